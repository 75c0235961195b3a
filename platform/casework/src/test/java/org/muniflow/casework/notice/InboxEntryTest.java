package org.muniflow.casework.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.api.casework.Notice;
import org.muniflow.api.casework.Notice.Addressee;
import org.muniflow.api.casework.Notices;
import org.muniflow.casework.Database;
import org.muniflow.casework.document.DocumentStore;
import org.muniflow.casework.document.StoreForTests;
import org.muniflow.casework.inbox.Inbox;
import org.muniflow.casework.inbox.InboxForTests;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A letter in the portal inbox, from the step that sends it to its first reading. */
@Tag("engine")
class InboxEntryTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-20T15:00:00Z"), ZoneId.of("America/Chicago"));
    private static final String CASE = "CERT-2026-000123";

    @TempDir
    Path folder;

    private final DataSource source = Database.fresh();
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final TransactionTemplate step = new TransactionTemplate(new JdbcTransactionManager(source));
    private final List<String> journal = new ArrayList<>();
    private Notices notices;
    private Outbox outbox;
    private Inbox inbox;

    @BeforeEach
    void open() {
        City city = new City("City of Kansas City, Missouri", List.of("414 E. 12th Street"), "311", "n@city.example");
        DocumentStore documents = StoreForTests.open(source, folder, CLOCK);
        outbox = new Outbox(jdbc);
        notices = new NoticeDesk(
                        new Letters(city),
                        new LetterPdf(),
                        outbox,
                        module -> CivilRightsLetters.sender(),
                        documents::forModule,
                        caseNumber -> Optional.of("app-1"),
                        module -> (caseNumber, recordId, what, cites) -> journal.add(what),
                        step,
                        CLOCK,
                        city)
                .forModule(CivilRightsLetters.sender().module());
        inbox = InboxForTests.open(
                jdbc, documents, (caseNumber, recordId, what, cites) -> journal.add(what), step, CLOCK);
    }

    @Test
    void aLetterIsInTheInboxOnceWithItsStepAndNotWithoutIt() {
        step.executeWithoutResult(status -> {
            notices.send(toInbox(CivilRightsLetters.denial("CITY")));
            status.setRollbackOnly();
        });
        assertThat(inbox.letters(CASE)).isEmpty();

        String id = notices.send(toInbox(CivilRightsLetters.denial("CITY")));
        notices.send(CivilRightsLetters.denial("NONE"));

        assertThat(inbox.letters(CASE)).singleElement().satisfies(letter -> {
            assertThat(letter.id()).isEqualTo(id);
            assertThat(letter.startsClock()).isTrue();
            assertThat(letter.firstReadAt()).isNull();
        });
    }

    @Test
    void theFirstReadingIsRecordedAndStartsNoClock() throws Exception {
        String id = notices.send(toInbox(CivilRightsLetters.denial("CITY")));
        assertThat(inbox.read("CERT-2026-000999", id)).isEmpty();
        assertThat(outbox.find(id).orElseThrow().firstReadAt()).isNull();

        for (int i = 0; i < 2; i++) {
            try (InputStream letter = inbox.read(CASE, id).orElseThrow()) {
                assertThat(letter.readNBytes(5)).isEqualTo("%PDF-".getBytes());
            }
        }

        OutboxNotice read = outbox.find(id).orElseThrow();
        assertThat(read.firstReadAt()).isEqualTo(CLOCK.instant());
        assertThat(read.state()).isEqualTo(OutboxNotice.State.QUEUED);
        assertThat(journal)
                .filteredOn(entry -> entry.startsWith("Letter first read"))
                .containsExactly(
                        "Letter first read in the portal inbox: Letter to Peña & Søn. No clock starts by that.");
    }

    @Test
    void aLetterTakenBackIsNotShownUnlessItWasRead() {
        String unread = notices.send(toInbox(CivilRightsLetters.denial("CITY")));
        String read = notices.send(toInbox(CivilRightsLetters.denial("NONE")));
        inbox.read(CASE, read);

        outbox.withdraw(CASE);

        assertThat(inbox.letters(CASE)).singleElement().satisfies(letter -> {
            assertThat(letter.id()).isEqualTo(read);
            assertThat(letter.takenBack()).isTrue();
        });
        assertThat(inbox.read(CASE, unread)).isEmpty();
    }

    @Test
    void aCodeOpensItsCaseUntilANewOneIsMadeAndIsKeptNowhere() {
        assertThat(inbox.pass(CASE, "")).isEmpty();
        String first = inbox.newCode(CASE, "portal");
        String pass = inbox.pass(CASE, first.toLowerCase()).orElseThrow();
        assertThat(inbox.holds(CASE, pass)).isTrue();
        assertThat(inbox.pass("CERT-2026-000124", first)).isEmpty();

        String second = inbox.newCode(CASE, "ana.analyst");

        assertThat(inbox.holds(CASE, pass)).isFalse();
        assertThat(inbox.pass(CASE, first)).isEmpty();
        assertThat(inbox.pass(CASE, second)).isPresent();
        assertThat(jdbc.sql("select * from muniflow.inbox_access")
                                .query()
                                .listOfRows()
                                .toString()
                        + journal)
                .doesNotContain(first, second);
        assertThat(journal)
                .containsExactly(
                        "Access code to the portal inbox given (portal).",
                        "New access code to the portal inbox given; the former one has ended (ana.analyst).");
    }

    @Test
    void aLetterInALanguageThatTheModuleLacksIsSentInEnglishAndTheJournalSaysSo() {
        Notice denial = CivilRightsLetters.denial("CITY");
        String id = notices.send(new Notice(
                denial.caseNumber(),
                denial.letterKey(),
                denial.subject(),
                denial.channel(),
                denial.to(),
                denial.data(),
                denial.cites(),
                denial.clockOnReceipt(),
                "vi"));

        assertThat(outbox.find(id).orElseThrow().language()).isEqualTo("en");
        assertThat(journal)
                .containsExactly(
                        "Letter queued (certified mail): Letter to Peña & Søn. In English, since there is no text"
                                + " of it in the language that the addressee wants (vi)");
        assertThat(outbox.find(notices.send(CivilRightsLetters.spanish(denial)))
                        .orElseThrow()
                        .language())
                .isEqualTo("es");
    }

    private static Notice toInbox(Notice notice) {
        return new Notice(
                notice.caseNumber(),
                notice.letterKey(),
                notice.subject(),
                notice.channel(),
                new Addressee(notice.to().name(), notice.to().address(), null, CASE),
                notice.data(),
                notice.cites(),
                notice.clockOnReceipt());
    }
}
