package org.muniflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.muniflow.testkit.CityNode.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A city that is killed, as a power cut would, at each seam on the way of a letter: after it was rendered and before its step
 * committed; after the commit and before the e-mail; after the mail server accepted it and before that is written down.
 */
@Tag("alone")
class NoticeCrashTest {

    private static final Duration LONG = Duration.ofMinutes(3);
    private static final int LOCK_MILLIS = 5000;
    private static final String AT_ONCE = "--muniflow.notices.dispatch-every=PT1S";
    private static final String LATER = "--muniflow.notices.dispatch-every=PT2H";

    // Kept after the run: the node's log is in it.
    private Path folder;
    private EmbeddedPostgres server;
    private JdbcClient jdbc;
    private GreenMail mail;
    private MailLine line;
    private CityNode node;

    @BeforeEach
    void open() throws IOException {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "crash-");
        server = EmbeddedPostgres.start();
        jdbc = JdbcClient.create(server.getPostgresDatabase());
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        line = new MailLine(mail.getSmtp().getPort());
        node = node(AT_ONCE);
    }

    @AfterEach
    void close() throws IOException {
        node.kill();
        line.close();
        mail.stop();
        server.close();
    }

    @Test
    void aCityThatIsKilledLosesNoLetterAndFlagsOnlyTheMailThatMayBeDouble() throws Exception {
        Answer installed = node.install(LettersModule.jar(folder));
        assertThat(installed.status()).as(installed.body()).isEqualTo(201);

        // Rendered, stored, and held at the outbox: the step has not committed.
        try (Connection hold = server.getPostgresDatabase().getConnection()) {
            lockOutbox(hold);
            begin();
            await("the step waits for the outbox").atMost(LONG).until(this::waitsForTheOutbox);
            node.kill();
            hold.rollback();
            await("its transaction has ended").atMost(LONG).until(() -> !waitsForTheOutbox());
        }
        assertThat(notices()).isEmpty();
        assertThat(jdbc.sql("select count(*) from muniflow.document")
                        .query(Integer.class)
                        .single())
                .isZero();

        // Committed by the step's second run, and not sent.
        node = node(LATER);
        await("the step is done").atMost(LONG).until(() -> notices().size() == 2);
        assertThat(notices()).containsExactlyInAnyOrder("CERTIFIED_MAIL QUEUED once", "ELECTRONIC QUEUED once");
        node.kill();
        assertThat(mail.getReceivedMessages()).isEmpty();
        assertThat(filesIn("documents")).isNotEmpty();

        // Sent by the next start, once.
        node = node(AT_ONCE);
        await("the mail is sent").atMost(LONG).until(() -> notices().contains("ELECTRONIC SENT once"));
        assertThat(notices()).containsExactlyInAnyOrder("CERTIFIED_MAIL QUEUED once", "ELECTRONIC SENT once");
        assertThat(ids()).hasSize(1);

        // Accepted by the mail server, and the city is killed before it hears that.
        line.onceAccepted(node::kill);
        begin();
        await("the mail server has accepted").atMost(LONG).until(() -> ids().size() == 2 && !node.isAlive());
        assertThat(notices())
                .containsExactlyInAnyOrder(
                        "CERTIFIED_MAIL QUEUED once",
                        "ELECTRONIC SENT once",
                        "CERTIFIED_MAIL QUEUED once",
                        "ELECTRONIC QUEUED once");

        node = node(AT_ONCE);
        await("the mail is sent again").atMost(LONG).until(() -> notices().contains("ELECTRONIC SENT maybe-twice"));
        assertThat(notices())
                .containsExactlyInAnyOrder(
                        "CERTIFIED_MAIL QUEUED once",
                        "ELECTRONIC SENT once",
                        "CERTIFIED_MAIL QUEUED once",
                        "ELECTRONIC SENT maybe-twice");
        assertThat(ids()).hasSize(3);
        assertThat(ids().get(1))
                .as("the same Message-ID, so that the reader's program may show one")
                .isEqualTo(ids().get(2));
        assertThat(jdbc.sql(
                                "select inbox_of || ' ' || count(*) from muniflow.notice group by inbox_of order by inbox_of")
                        .query(String.class)
                        .list())
                .as("each letter once in the inbox of its case")
                .hasSize(2)
                .allMatch(entry -> entry.endsWith(" 2"));
    }

    private CityNode node(String dispatch) {
        return CityNode.start(
                        "crash",
                        server.getJdbcUrl("postgres", "postgres"),
                        folder,
                        LOCK_MILLIS,
                        dispatch,
                        "--muniflow.notices.abandoned-after=PT2S",
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + line.port())
                .ready();
    }

    private void begin() {
        Answer begun = node.post(
                "/engine-rest/process-definition/key/" + LettersModule.PROCESS + "/start",
                LettersModule.variables("en"));
        assertThat(begun.status()).as(begun.body()).isEqualTo(200);
    }

    private static void lockOutbox(Connection hold) throws SQLException {
        hold.setAutoCommit(false);
        try (Statement lock = hold.createStatement()) {
            lock.execute("lock table muniflow.notice in share row exclusive mode");
        }
    }

    private boolean waitsForTheOutbox() {
        return jdbc.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                + " and query like 'insert into muniflow.notice%'")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private List<String> notices() {
        return jdbc.sql(
                        "select channel || ' ' || state || case when possibly_twice then ' maybe-twice' else ' once' end"
                                + " from muniflow.notice")
                .query(String.class)
                .list();
    }

    private List<String> ids() {
        return Stream.of(mail.getReceivedMessages()).map(NoticeCrashTest::id).toList();
    }

    private static String id(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Path> filesIn(String part) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("crash").resolve(part))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
