package org.muniflow.casework.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.api.casework.Notice;
import org.muniflow.api.casework.Notice.Addressee;
import org.muniflow.api.casework.Notice.Channel;
import org.muniflow.api.casework.Notices;
import org.muniflow.api.casework.SentNotice;
import org.muniflow.api.page.FieldProblem;
import org.muniflow.api.page.Rejected;
import org.muniflow.casework.Database;
import org.muniflow.casework.clock.ClockFaults;
import org.muniflow.casework.document.DocumentStore;
import org.muniflow.casework.document.StoreForTests;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

class OutboxTest {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final LocalDate LETTER = LocalDate.of(2024, 5, 16);
    private static final City CITY =
            new City("City of Kansas City, Missouri", List.of("414 E. 12th Street"), "311", "notices@city.example");

    @TempDir
    Path folder;

    private final DataSource source = Database.fresh();
    private final TransactionTemplate step = new TransactionTemplate(new JdbcTransactionManager(source));
    private final Outbox outbox = new Outbox(JdbcClient.create(source));
    private final List<String> started = new ArrayList<>();
    private final List<String> journal = new ArrayList<>();
    private final MovingClock clock = new MovingClock();
    private DocumentStore documents;
    private Notices notices;
    private PrintRoom room;

    @BeforeEach
    void open() {
        documents = StoreForTests.open(source, folder.resolve("documents"), clock);
        NoticeDesk desk = new NoticeDesk(
                new Letters(CITY),
                new LetterPdf(),
                outbox,
                module -> CivilRightsLetters.sender(),
                documents::forModule,
                caseNumber -> Optional.of("app-1"),
                module -> (caseNumber, recordId, what, cites) -> journal.add(what),
                step,
                clock,
                CITY);
        notices = desk.forModule(CivilRightsLetters.sender().module());
        room = new PrintRoom(
                outbox,
                (caseNumber, clockId, on) -> started.add(caseNumber + " " + clockId + " " + on),
                (caseNumber, recordId, what, cites) -> journal.add(what),
                step,
                clock);
    }

    @Test
    void aNoticeIsQueuedWithItsLetterInTheDocumentStore() throws Exception {
        String id = notices.send(CivilRightsLetters.denial("CITY"));

        SentNotice queued = notices.ofCase("CERT-2026-000123").get(0);
        assertThat(queued.id()).isEqualTo(id);
        assertThat(queued.state()).isEqualTo("QUEUED");
        assertThat(journal).containsExactly("Letter queued (certified mail): Letter to Peña & Søn");
        var letter = documents.find(queued.documentId()).orElseThrow().document();
        assertThat(letter.mediaType()).isEqualTo("application/pdf");
        assertThat(letter.recordId()).isEqualTo("app-1");
        try (InputStream content = documents.open(letter)) {
            assertThat(content.readNBytes(5)).isEqualTo("%PDF-".getBytes());
        }
    }

    @Test
    void aRolledBackStepSendsNothing() {
        step.executeWithoutResult(status -> {
            notices.send(CivilRightsLetters.denial("CITY"));
            assertThat(notices.ofCase("CERT-2026-000123")).hasSize(1);
            status.setRollbackOnly();
        });

        assertThat(notices.ofCase("CERT-2026-000123")).isEmpty();
        assertThat(documents.ofCase("CERT-2026-000123")).isEmpty();
    }

    @Test
    void T_12_onlyTheDateOnTheReturnReceiptStartsTheClock() {
        OutboxNotice denial = queued(CivilRightsLetters.denial("CITY"));
        clock.set(LocalDate.of(2024, 5, 17));
        room.mailed(denial, LocalDate.of(2024, 5, 17), "9407 1000 0000 0000 0000 00");
        assertThat(started).isEmpty();

        clock.set(LocalDate.of(2024, 5, 28));
        room.received(now(denial), LocalDate.of(2024, 5, 20));

        assertThat(started).containsExactly("CERT-2026-000123 C-105 2024-05-20");
        assertThat(now(denial).state()).isEqualTo(OutboxNotice.State.RECEIVED);
        assertThat(now(denial).articleNumber()).isEqualTo("9407100000000000000000");
        assertThat(journal).anyMatch(entry -> entry.startsWith("Letter received on 2024-05-20"));
    }

    @Test
    void aReceiptIsNotRecordedWhileTheModuleThatDefinesItsClockIsStopped() {
        OutboxNotice denial = queued(CivilRightsLetters.denial("CITY"));
        room.mailed(denial, LETTER, "9407100000000000000000");
        PrintRoom stopped = new PrintRoom(
                outbox,
                (caseNumber, clockId, on) -> {
                    throw ClockFaults.unknown(clockId);
                },
                (caseNumber, recordId, what, cites) -> {},
                step,
                clock);
        assertThatThrownBy(() -> stopped.received(now(denial), LETTER))
                .isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(
                                rejected.problems().get(0).message())
                        .isEqualTo(
                                "The receipt is not recorded, since clock C-105 cannot be computed: no version of the"
                                        + " module civil-rights runs that defines it. Record the receipt when the module runs"
                                        + " again."));
        assertThat(now(denial).state()).isEqualTo(OutboxNotice.State.SENT);
        room.received(now(denial), LETTER);
        assertThat(started).hasSize(1);
    }

    @Test
    void A_09_aLetterThatComesBackStartsNothingAndMayStillBeReceived() {
        OutboxNotice denial = queued(CivilRightsLetters.denial("CITY"));
        clock.set(LocalDate.of(2024, 6, 3));
        room.mailed(denial, LocalDate.of(2024, 5, 17), "9407100000000000000000");

        room.returned(now(denial), LocalDate.of(2024, 6, 3));

        assertThat(started).isEmpty();
        assertThat(now(denial).state()).isEqualTo(OutboxNotice.State.RETURNED);
        room.received(now(denial), LocalDate.of(2024, 5, 20));
        assertThat(started).hasSize(1);
    }

    @Test
    void mailingAndReceiptAreRefusedWhenDatesOrNumberAreWrong() {
        OutboxNotice denial = queued(CivilRightsLetters.denial("CITY"));
        refused(() -> room.mailed(denial, LETTER.minusDays(1), ""), "mailedOn", "articleNumber");
        refused(() -> room.mailed(denial, LETTER.plusDays(1), "9407100000000000000000"), "mailedOn");
        refused(() -> room.mailed(denial, null, "9407100000000000000000"), "mailedOn");
        refused(() -> room.received(denial, LETTER), "");
        room.mailed(denial, LETTER, "9407100000000000000000");
        refused(() -> room.received(now(denial), LETTER.minusDays(1)), "receivedOn");
        refused(() -> room.received(now(denial), LETTER.plusDays(1)), "receivedOn");
        refused(() -> room.mailed(denial, LETTER, "9407100000000000000000"), "");

        assertThat(started).isEmpty();
        assertThat(now(denial).state()).isEqualTo(OutboxNotice.State.SENT);
    }

    @Test
    void aReceiptIsRecordedOnceAndWithItsClockOrNotAtAll() {
        OutboxNotice denial = queued(CivilRightsLetters.denial("CITY"));
        room.mailed(denial, LETTER, "9407100000000000000000");
        PrintRoom failing = new PrintRoom(
                outbox,
                (caseNumber, clockId, on) -> {
                    throw new IllegalStateException("the ledger is full");
                },
                (caseNumber, recordId, what, cites) -> {},
                step,
                clock);
        OutboxNotice mailed = now(denial);

        assertThatThrownBy(() -> failing.received(mailed, LETTER)).hasMessage("the ledger is full");
        assertThat(now(denial).state()).isEqualTo(OutboxNotice.State.SENT);

        room.received(mailed, LETTER);
        refused(() -> room.received(mailed, LETTER), "");
        assertThat(started).hasSize(1);
    }

    @Test
    void anAddressThatDoesNotFitTheChannelIsRefused() {
        Notice denial = CivilRightsLetters.denial("CITY");
        assertThatThrownBy(() -> notices.send(with(denial, Channel.MAIL, List.of(), null)))
                .hasMessageContaining("postal address is missing")
                .hasMessageContaining("only CERTIFIED_MAIL brings");
        assertThatThrownBy(() -> notices.send(with(denial, Channel.ELECTRONIC, List.of(), "nobody")))
                .hasMessageContaining("e-mail address is missing or malformed");
    }

    @Test
    void anElectronicNoticeIsSentBySmtpWithTheLetterAttached() throws Exception {
        GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        server.start();
        try {
            OutboxNotice notice = queued(electronic());
            Dispatch dispatch = dispatch(sender(server.getSmtp().getPort()));

            dispatch.run();
            dispatch.run();

            assertThat(server.getReceivedMessages()).hasSize(1);
            MimeMessage received = server.getReceivedMessages()[0];
            assertThat(received.getMessageID()).isEqualTo("<" + notice.id() + "@city.example>");
            assertThat(received.getSubject()).contains("CERT-2026-000123");
            BodyPart letter = ((Multipart) received.getContent()).getBodyPart(1);
            assertThat(letter.getFileName()).isEqualTo("withdrawal-refused.pdf");
            try (InputStream content = letter.getInputStream()) {
                assertThat(content.readNBytes(5)).isEqualTo("%PDF-".getBytes());
            }
            assertThat(now(notice).state()).isEqualTo(OutboxNotice.State.SENT);
            assertThat(now(notice).mailedOn()).isEqualTo(LETTER);
        } finally {
            server.stop();
        }
    }

    @Test
    void aFailedTryKeepsTheNoticeAndTheNextOneSendsItUnderTheSameId() {
        GreenMail server = new GreenMail(new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP));
        OutboxNotice notice = queued(electronic());

        dispatch(sender(1)).run();

        assertThat(now(notice).state()).isEqualTo(OutboxNotice.State.QUEUED);
        assertThat(now(notice).attempts()).isEqualTo(1);
        assertThat(now(notice).lastError()).contains("connect");
        server.start();
        try {
            Dispatch dispatch = dispatch(sender(server.getSmtp().getPort()));
            dispatch.run();
            assertThat(server.getReceivedMessages()).isEmpty();
            clock.forward(Duration.ofMinutes(2));
            dispatch.run();
            assertThat(server.getReceivedMessages()).hasSize(1);
            assertThat(now(notice).state()).isEqualTo(OutboxNotice.State.SENT);
            assertThat(now(notice).lastError()).isNull();
            assertThat(now(notice).possiblyTwice()).isFalse();
        } finally {
            server.stop();
        }
    }

    @Test
    void aTryThatEndedWithoutWordIsRepeatedAndMarkedAsPossiblyTwice() {
        OutboxNotice notice = queued(electronic());
        assertThat(outbox.claim(notice, clock.instant())).isTrue();
        assertThat(outbox.claim(notice, clock.instant())).isFalse();

        dispatch(null).run();
        assertThat(now(notice).state()).isEqualTo(OutboxNotice.State.QUEUED);
        clock.forward(Duration.ofHours(1));
        dispatch(null).run();

        assertThat(now(notice).state()).isEqualTo(OutboxNotice.State.SENT);
        assertThat(now(notice).possiblyTwice()).isTrue();
    }

    @Test
    void anAddressThatTheMailServerDoesNotKnowHoldsTheNoticeUntilAnOperatorLetsItBeTried() {
        OutboxNotice notice = queued(electronic());
        OutboxDesk desk = new OutboxDesk(JdbcClient.create(source), clock);
        try (FailingMailServer server = new FailingMailServer("550 5.1.1 No such user here")) {
            dispatch(sender(server.port())).run();
            clock.forward(Duration.ofDays(2));
            dispatch(sender(server.port())).run();
        }

        OutboxDesk.Waiting held = desk.failing(5).get(0);
        assertThat(held.attempts()).isEqualTo(1);
        assertThat(held.nextTryAt()).isNull();
        assertThat(held.lastError()).contains("550 5.1.1 No such user here");
        assertThat(desk.tryNow(notice.id())).isTrue();
        dispatch(null).run();
        assertThat(now(notice).state()).isEqualTo(OutboxNotice.State.SENT);
        assertThat(now(notice).possiblyTwice()).isFalse();
    }

    @Test
    void aMailServerThatCannotTakeMailNowIsTriedAgainLater() {
        OutboxNotice notice = queued(electronic());
        try (FailingMailServer server = new FailingMailServer("451 4.3.0 Try again later")) {
            dispatch(sender(server.port())).run();
            clock.forward(Duration.ofMinutes(2));
            dispatch(sender(server.port())).run();
        }

        assertThat(now(notice).attempts()).isEqualTo(2);
        assertThat(now(notice).lastError()).contains("451 4.3.0 Try again later");
        assertThat(now(notice).state()).isEqualTo(OutboxNotice.State.QUEUED);
    }

    @Test
    void anEmailThatCannotBeSentGoesToThePrintRoomIfAPostalAddressIsKnown() {
        OutboxDesk desk = new OutboxDesk(JdbcClient.create(source), clock);
        OutboxNotice homeless = queued(electronic());
        OutboxNotice notice =
                queued(with(electronic(), Channel.ELECTRONIC, List.of("1 Main Street"), "no@firm.example"));

        assertThat(desk.onPaper(homeless.id())).isFalse();
        assertThat(desk.onPaper(notice.id())).isTrue();

        assertThat(now(notice).channel()).isEqualTo(Channel.MAIL);
        assertThat(new PrintQueue(JdbcClient.create(source)).page(Pile.TO_PRINT, List.of("certification"), null, 5))
                .extracting(OutboxNotice::id)
                .containsExactly(notice.id());
        outbox.claim(homeless, clock.instant());
        assertThat(desk.onPaper(homeless.id())).isFalse();
    }

    @Test
    void withoutAMailServerTheMessageIsWrittenIntoTheOutboxFolder() throws Exception {
        OutboxNotice notice = queued(electronic());

        dispatch(null).run();

        Path file = folder.resolve("outbox").resolve(notice.id() + ".eml");
        try (InputStream in = Files.newInputStream(file);
                Stream<Path> all = Files.list(file.getParent())) {
            MimeMessage message = new MimeMessage(Session.getInstance(new java.util.Properties()), in);
            assertThat(message.getMessageID()).isEqualTo(notice.messageId());
            assertThat(message.getAllRecipients()[0].toString()).contains("owner@firm.example");
            assertThat(all).hasSize(1);
        }
        assertThat(now(notice).state()).isEqualTo(OutboxNotice.State.SENT);
    }

    private OutboxNotice queued(Notice notice) {
        return outbox.find(notices.send(notice)).orElseThrow();
    }

    private OutboxNotice now(OutboxNotice notice) {
        return outbox.find(notice.id()).orElseThrow();
    }

    private static void refused(Runnable act, String... fields) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(rejected.problems())
                .extracting(FieldProblem::field)
                .containsExactly(fields));
    }

    private Dispatch dispatch(@Nullable JavaMailSenderImpl server) {
        return new Dispatch(
                outbox,
                new Mail(
                        server,
                        folder.resolve("outbox"),
                        id -> documents.open(documents.find(id).orElseThrow().document()),
                        CITY,
                        clock),
                clock,
                Duration.ofMinutes(15));
    }

    private static JavaMailSenderImpl sender(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return sender;
    }

    private static Notice electronic() {
        Notice notice = CivilRightsLetters.notice(
                "withdrawal-refused",
                Map.of("firmName", "Sample Firm", "withdrawnOn", LETTER, "auditStartedOn", LETTER.minusDays(3)));
        return with(notice, Channel.ELECTRONIC, List.of(), "owner@firm.example");
    }

    private static Notice with(Notice notice, Channel channel, List<String> address, @Nullable String email) {
        return new Notice(
                notice.caseNumber(),
                notice.letterKey(),
                notice.subject(),
                channel,
                new Addressee(notice.to().name(), address, email),
                notice.data(),
                notice.cites(),
                notice.clockOnReceipt());
    }

    private static final class MovingClock extends Clock {

        private Instant now = LETTER.atTime(10, 0).atZone(CHICAGO).toInstant();

        void set(LocalDate day) {
            now = day.atTime(10, 0).atZone(CHICAGO).toInstant();
        }

        void forward(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public ZoneId getZone() {
            return CHICAGO;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
