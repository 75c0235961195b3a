package org.muniflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.server.operator.JournalCommand;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What {@code ./muniflow journal verify} prints, and how it ends. */
@Tag("engine")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JournalCommandTest {

    private static final Map<String, String> ADMIN =
            Map.of("MUNIFLOW_USER", "admin", "MUNIFLOW_PASSWORD", City.ADMIN_PASSWORD);

    @TempDir
    private static Path folder;

    private static City city;
    private static JdbcClient jdbc;
    private static SampleCase begun;

    @BeforeAll
    static void open() {
        city = City.opening().on(Database.ofRun()).open();
        city.install(SampleModule.version("1.0.0").into(folder));
        jdbc = JdbcClient.create(city.bean(DataSource.class));
        begun = SampleCase.requested(city, 2);
        city.runDueJobs();
    }

    @AfterAll
    static void close() {
        city.close();
    }

    private record Said(int exit, String out, String errors) {}

    private static Said run(Map<String, String> environment, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        List<String> arguments = new ArrayList<>(List.of(String.valueOf(city.port())));
        arguments.addAll(List.of(words));
        int exit = JournalCommand.run(
                arguments,
                environment,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8));
        return new Said(exit, out.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
    }

    private static long unsealed() {
        return jdbc.sql("select count(*) from muniflow.journal j where not exists"
                        + " (select 1 from muniflow.journal_seal s where s.journal_id = j.id)")
                .query(Long.class)
                .single();
    }

    @Test
    @Order(1)
    void whatStepsWroteIsSealedWithinSecondsAndProven() {
        await().atMost(Duration.ofSeconds(15)).until(() -> unsealed() == 0);
        Said said = run(ADMIN, "verify");
        assertThat(said.exit()).as(said.errors()).isZero();
        assertThat(said.out())
                .contains("The journal is as it was sealed: ")
                .contains("No line waits for its seal.")
                .containsPattern("Anchor \\d+:[0-9a-f]{64}");

        String anchor = said.out().replaceAll("(?s).*\nAnchor (\\S+).*", "$1");
        assertThat(run(ADMIN, "verify", anchor).exit()).isZero();
        Said other = run(ADMIN, "verify", anchor.replaceAll(":.*", ":" + "f".repeat(64)));
        assertThat(other.exit()).isEqualTo(1);
        assertThat(other.errors()).contains("written anew");
    }

    @Test
    @Order(2)
    void onlyAdministratorsProveIt() {
        assertThat(run(Map.of("MUNIFLOW_USER", "nobody", "MUNIFLOW_PASSWORD", "wrong"), "verify")
                        .exit())
                .isEqualTo(4);
        begun.clerk();
        Said clerk = run(Map.of("MUNIFLOW_USER", "lee", "MUNIFLOW_PASSWORD", City.PASSWORD), "verify");
        assertThat(clerk.exit()).isEqualTo(4);
        assertThat(city.visitor().get("/api/journal/verify").status()).isEqualTo(401);
    }

    @Test
    @Order(3)
    void whatIsAskedMustBeClear() {
        assertThat(run(ADMIN).exit()).isEqualTo(2);
        assertThat(run(ADMIN, "seal").errors()).isEqualTo("muniflow: Say ./muniflow journal verify [ANCHOR]\n");
        assertThat(run(ADMIN, "verify", "17").errors()).contains("'17' is no anchor");
        assertThat(city.admin().get("/api/journal/verify?limit=0").status()).isEqualTo(400);
        assertThat(city.admin().get("/api/journal/verify?anchor=1").body()).contains("anchor is a number of seals");
    }

    @Test
    @Order(4)
    void theFirstBrokenLineIsNamedWithItsCase() {
        long line = jdbc.sql("select min(id) from muniflow.journal where case_number = ?")
                .param(begun.number())
                .query(Long.class)
                .single();
        jdbc.sql("update muniflow.journal set actor = 'somebody.else' where id = ?")
                .param(line)
                .update();
        Said said = run(ADMIN, "verify");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.errors())
                .startsWith("muniflow: The journal is not as it was sealed.")
                .contains("  - Line " + line + " of case " + begun.number() + " is not what was sealed");
        assertThat(said.out()).isEmpty();
    }
}
