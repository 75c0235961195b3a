package org.muniflow.casework.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.api.casework.ClockDue;
import org.muniflow.api.casework.Journal;
import org.muniflow.api.report.Recurrence;
import org.muniflow.api.report.ReportDuty;
import org.muniflow.api.report.ReportPeriods;
import org.muniflow.api.time.Days;
import org.muniflow.api.time.Period;
import org.muniflow.casework.Database;
import org.muniflow.casework.document.DocumentStore;
import org.muniflow.casework.document.StoreForTests;
import org.muniflow.casework.ledger.WhyThisDate;
import org.muniflow.casework.notice.PdfForTests;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A duty of three months: opened once, shown before it is late, kept as it was, signed by another, delivered. */
@Tag("engine")
class ReportDutiesTest {

    private static final Map<String, Period> LENGTHS =
            Map.of("C-204", Period.of(3, Days.MONTHS), "C-206", Period.of(30, Days.CALENDAR_DAYS));
    private static final LastDays LAST_DAYS = (clockId, from) -> new LastDays.LastDay(
            LENGTHS.get(clockId).lastDay(from),
            WhyThisDate.of(new ClockDue(
                    clockId,
                    "FORWARD",
                    from,
                    LENGTHS.get(clockId).amount(),
                    LENGTHS.get(clockId).unit().name(),
                    LENGTHS.get(clockId).lastDay(from),
                    List.of(),
                    "KCMO Code § 3-463(c)(3)")));
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    @TempDir
    Path folder;

    private final DataSource source = Database.fresh();
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final Today clock = new Today();
    private final List<String> journal = new ArrayList<>();
    private final Counting duty = new Counting();
    private boolean running = true;
    private DocumentStore documents;
    private ReportDuties duties;

    @BeforeEach
    void open() {
        documents = StoreForTests.open(source, folder, clock);
        Function<String, Journal> journals = module -> (caseNumber, recordId, what, cites) -> {
            synchronized (journal) {
                journal.add(what);
            }
        };
        ReportRows rows = new ReportRows(jdbc, clock);
        TransactionTemplate steps = new TransactionTemplate(new JdbcTransactionManager(source));
        duties = new ReportDuties(
                rows,
                new OneDepartment(),
                new DutyWatch(rows, new OneDepartment(), LAST_DAYS, journals, steps, clock),
                new ReportPrint(PdfForTests.printer(), "City of Kansas City, Missouri", CHICAGO),
                documents::forModule,
                journals,
                steps,
                clock);
        clock.day("2024-11-30");
    }

    private Report only() {
        List<Report> owed = duties.owed(Set.of("analysts"), false);
        assertThat(owed).hasSize(1);
        return owed.get(0);
    }

    private Report delivered(String on) {
        Report report = only();
        duties.take(report.id(), "ana");
        duties.sign(report.id(), String.valueOf(only().sha256()), "dee");
        duties.deliver(report.id(), LocalDate.parse(on), "On the website", null, "ana");
        return duties.find(report.id()).orElseThrow();
    }

    @Test
    void V_050_threeMonthsAfterTheLastUpdateEndOnTheLastDayOfFebruary() {
        assertThat(duties.open()).isEqualTo(1);
        Report first = only();
        assertThat(first.dueOn()).isEqualTo("2025-02-28");
        assertThat(first.why())
                .contains("3 months from Saturday, November 30, 2024")
                .contains("Friday, February 28, 2025");
        assertThat(first.pressingOn()).isEqualTo("2025-02-14");
    }

    @Test
    void aReportIsOpenedOnceAlsoWhenSeveralNodesLook() throws Exception {
        try (var nodes = new Nodes()) {
            List<Future<Integer>> looks = new ArrayList<>();
            for (int node = 0; node < 8; node++) {
                looks.add(nodes.submit(duties::open));
            }
            int opened = 0;
            for (Future<Integer> look : looks) {
                opened += look.get();
            }
            assertThat(opened).isEqualTo(1);
        }
        assertThat(duties.open()).isZero();
        only();
    }

    @Test
    void lateIsVisibleBeforeItIsLate() {
        duties.open();
        Report report = only();
        assertThat(report.urgency(LocalDate.parse("2025-02-13"))).isEqualTo(Report.Urgency.CALM);
        assertThat(report.urgency(LocalDate.parse("2025-02-14"))).isEqualTo(Report.Urgency.PRESSING);
        assertThat(report.urgency(LocalDate.parse("2025-02-28"))).isEqualTo(Report.Urgency.PRESSING);
        assertThat(report.urgency(LocalDate.parse("2025-03-01"))).isEqualTo(Report.Urgency.LATE);
        assertThat(duties.owed(Set.of("real-estate"), false)).isEmpty();
        assertThat(duties.owed(Set.of(), true)).hasSize(1);
    }

    @Test
    void whatWasTakenStaysAsItWasWithItsHashAndTheCasesBehindEachFigure() throws Exception {
        duties.open();
        duties.take(only().id(), "ana");
        Report taken = only();
        duty.firms = 99;
        assertThat(duties.figures(taken))
                .containsExactly(
                        new ReportDuties.KeptFigure("firms", "Firms listed", "2", 2),
                        new ReportDuties.KeptFigure("new", "New firms", "0", 0));
        assertThat(duties.cases(taken, "firms", "", 10)).containsExactly("CERT-2024-000001", "CERT-2024-000002");
        assertThat(duties.cases(taken, "firms", "CERT-2024-000001", 10)).containsExactly("CERT-2024-000002");
        var kept =
                documents.find(String.valueOf(taken.documentId())).orElseThrow().document();
        try (InputStream content = documents.open(kept)) {
            byte[] bytes = content.readAllBytes();
            assertThat(new String(bytes, StandardCharsets.UTF_8))
                    .contains("Section,KCMO Code § 3-463(c)(3)", "Firms listed,2", "Firm,City", "'=Paving,KC");
            assertThat(HexFormat.of()
                            .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                                    .digest(bytes)))
                    .isEqualTo(taken.sha256())
                    .isEqualTo(kept.sha256());
        }
    }

    @Test
    void anotherPersonSignsExactlyWhatWasSeen() {
        duties.open();
        String id = only().id();
        duties.take(id, "ana");
        String seen = String.valueOf(only().sha256());
        assertThatThrownBy(() -> duties.sign(id, seen, "ana")).hasMessageContaining("another person");
        duty.firms = 3;
        duties.take(id, "ana");
        assertThatThrownBy(() -> duties.sign(id, seen, "dee")).hasMessageContaining("taken anew");
        duties.sign(id, String.valueOf(only().sha256()), "dee");
        assertThat(only().state()).isEqualTo(Report.State.SIGNED);
        assertThatThrownBy(() -> duties.take(id, "ana")).hasMessageContaining("signed already");
    }

    @Test
    void deliveryIsProvenAndOpensTheNextReport() {
        duties.open();
        Report first = only();
        duties.take(first.id(), "ana");
        assertThatThrownBy(
                        () -> duties.deliver(first.id(), LocalDate.parse("2024-11-30"), "On the website", null, "ana"))
                .hasMessageContaining("Only a signed report");
        duties.sign(first.id(), String.valueOf(only().sha256()), "dee");
        clock.day("2024-12-10");
        assertThatThrownBy(
                        () -> duties.deliver(first.id(), LocalDate.parse("2024-12-11"), "On the website", null, "ana"))
                .hasMessageContaining("correct the date");
        ReportDuties.File receipt = new ReportDuties.File(
                "receipt.txt", new ByteArrayInputStream("received".getBytes(StandardCharsets.UTF_8)));

        duties.deliver(first.id(), LocalDate.parse("2024-12-02"), "On the website", receipt, "ana");

        Report done = duties.find(first.id()).orElseThrow();
        assertThat(done.urgency(LocalDate.parse("2025-12-01"))).isEqualTo(Report.Urgency.DONE);
        assertThat(documents.find(String.valueOf(done.proofId()))).isPresent();
        assertThat(only().number()).isEqualTo(2);
        assertThat(only().coversFrom()).isEqualTo("2024-12-02");
        assertThat(only().dueOn()).isEqualTo("2025-03-02");
        assertThat(duties.delivered(Set.of("directors"), false, 10)).containsExactly(done);
        assertThat(journal).anyMatch(line -> line.equals("The report was delivered on 2024-12-02: On the website"));
    }

    @Test
    void aReportDeliveredOnTheDayOnWhichItWasOpenedIsFollowedByTheNext() {
        duties.open();
        delivered("2024-11-30");
        assertThat(only().number()).isEqualTo(2);
        clock.day("2025-03-05");
        assertThat(delivered("2025-03-05").urgency(LocalDate.parse("2025-03-05")))
                .isEqualTo(Report.Urgency.DONE_LATE);
    }

    @Test
    void aReportOfAStoppedModuleIsStillSeenAndCannotBeTaken() {
        duties.open();
        running = false;
        assertThatThrownBy(() -> duties.take(only().id(), "ana")).hasMessageContaining("does not run");
        assertThat(duties.open()).isZero();
    }

    @Test
    void V_342_aReportOnAQuarterIsTakenAfterItsEndAndTheNextDoesNotWaitForItsDelivery() {
        duty.recurrence = Recurrence.afterEach(ReportPeriods.everyQuarter(), "C-206", 14);
        clock.day("2025-01-01");
        assertThat(duties.open()).isEqualTo(1);
        assertThat(only())
                .extracting(Report::coversFrom, Report::coversTo, Report::dueOn, Report::pressingOn)
                .containsExactly(
                        LocalDate.parse("2024-10-01"),
                        LocalDate.parse("2024-12-31"),
                        LocalDate.parse("2025-01-30"),
                        LocalDate.parse("2025-01-16"));
        clock.day("2025-04-02");
        assertThat(duties.open()).isEqualTo(1);
        assertThat(duties.open()).isZero();
        List<Report> both = duties.owed(Set.of("analysts"), false);
        assertThat(both).extracting(Report::number).containsExactly(1, 2);
        assertThat(both)
                .extracting(report -> report.urgency(LocalDate.now(clock)))
                .containsExactly(Report.Urgency.LATE, Report.Urgency.CALM);
        duties.take(both.get(1).id(), "ana");
        assertThat(duty.from).isEqualTo("2025-01-01");
        assertThat(duty.asOf).isEqualTo("2025-03-31");
    }

    @Test
    void aReportOpenedBeforeItsPeriodIsOverWaitsForTheEnd() {
        duty.recurrence = Recurrence.afterEach(ReportPeriods.everyMonth(), "C-206", 45);
        clock.day("2025-02-15");
        assertThat(duties.open()).isEqualTo(2);
        Report february = duties.owed(Set.of("analysts"), false).get(1);
        assertThat(february.coversTo()).isEqualTo("2025-02-28");
        assertThat(february.urgency(LocalDate.now(clock))).isEqualTo(Report.Urgency.PRESSING);
        assertThatThrownBy(() -> duties.take(february.id(), "ana"))
                .hasMessageContaining("until the end of 2025-02-28; take it on the day after");
        clock.day("2025-03-01");
        duties.take(february.id(), "ana");
        assertThat(duties.find(february.id()).orElseThrow().asOf()).isEqualTo("2025-02-28");
    }

    @Test
    void ofALateReportIsToldOnceToThoseWhoHearOfItAndOneOfThemHasSeenIt() throws Exception {
        duties.open();
        clock.day("2025-02-28");
        duties.open();
        assertThat(only().late()).isNull();
        assertThat(duties.owed(Set.of("city-manager"), false)).isEmpty();
        assertThatThrownBy(() -> duties.seen(only().id(), "max")).hasMessageContaining("is not late");

        clock.day("2025-03-01");
        try (var nodes = new Nodes()) {
            List<Future<Integer>> looks = new ArrayList<>();
            for (int node = 0; node < 8; node++) {
                looks.add(nodes.submit(duties::open));
            }
            for (Future<Integer> look : looks) {
                look.get();
            }
        }

        assertThat(duties.owed(Set.of("city-manager"), false)).hasSize(1);
        assertThat(journal)
                .containsOnlyOnce("The report is late: its last day was 2025-02-28; city-manager is to see to it.");
        duties.seen(only().id(), "max");
        assertThat(Objects.requireNonNull(only().late()).seenBy()).isEqualTo("max");
        assertThatThrownBy(() -> duties.seen(only().id(), "mia")).hasMessageContaining("seen it already");
        assertThat(journal).containsOnlyOnce("It was seen that the report is late.");
    }

    @Test
    void thePrintIsAccessibleBearsTheTablesHashAndIsTheSameWhenItIsMadeAgain() throws Exception {
        duties.open();
        duties.take(only().id(), "ana");
        Report first = only();
        byte[] print = content(Objects.requireNonNull(first.printed()).documentId());
        PdfForTests.assertAccessibleAndLasting(print);
        try (PDDocument pdf = Loader.loadPDF(print)) {
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
            assertThat(text)
                    .contains("UpdateofthedirectoryofPeña&Søn", "KCMOCode§3-463(c)(3)", "November30,2024", "=Paving")
                    .contains(String.valueOf(first.sha256()));
        }
        clock.now = clock.now.plusSeconds(4000);
        duties.take(first.id(), "abe");
        assertThat(Objects.requireNonNull(only().printed()).sha256())
                .isEqualTo(first.printed().sha256());
        duty.firms = 3;
        duties.take(first.id(), "abe");
        assertThat(Objects.requireNonNull(only().printed()).sha256())
                .isNotEqualTo(first.printed().sha256());
    }

    private byte[] content(String documentId) throws IOException {
        try (InputStream content =
                documents.open(documents.find(documentId).orElseThrow().document())) {
            return content.readAllBytes();
        }
    }

    private static final class Nodes implements AutoCloseable {

        private final java.util.concurrent.ExecutorService threads = Executors.newFixedThreadPool(8);

        Future<Integer> submit(java.util.concurrent.Callable<Integer> look) {
            return threads.submit(look);
        }

        @Override
        public void close() {
            threads.shutdownNow();
        }
    }

    private static final class Counting implements ReportDuty {

        private int firms = 2;
        private Recurrence recurrence = new Recurrence("C-204", 14);
        private LocalDate from = LocalDate.MIN;
        private LocalDate asOf = LocalDate.MIN;

        @Override
        public String id() {
            return "directory-update";
        }

        @Override
        public String title() {
            return "Update of the directory of Peña & Søn";
        }

        @Override
        public String cites() {
            return "KCMO Code § 3-463(c)(3)";
        }

        @Override
        public String addressee() {
            return "The public";
        }

        @Override
        public Recurrence recurrence() {
            return recurrence;
        }

        @Override
        public Set<String> escalatesTo() {
            return Set.of("city-manager");
        }

        @Override
        public Set<String> preparers() {
            return Set.of("analysts");
        }

        @Override
        public Set<String> signers() {
            return Set.of("directors");
        }

        @Override
        public ReportContent compute(LocalDate from, LocalDate asOf) {
            this.from = from;
            this.asOf = asOf;
            List<String> cases = java.util.stream.IntStream.rangeClosed(1, firms)
                    .mapToObj("CERT-2024-%06d"::formatted)
                    .toList();
            return new ReportContent(
                    List.of(
                            new Figure("firms", "Firms listed", String.valueOf(firms), cases),
                            new Figure("new", "New firms", "0", List.of())),
                    List.of("Firm", "City"),
                    List.of(List.of("=Paving", "KC")));
        }
    }

    private final class OneDepartment implements DeclaredDuties {

        @Override
        public List<Declared> all() {
            return running ? List.of(new Declared("civil-rights", duty)) : List.of();
        }

        @Override
        public Optional<ReportDuty> find(String module, String dutyId) {
            return all().stream().map(Declared::duty).findFirst();
        }
    }

    private static final class Today extends Clock {

        volatile Instant now = Instant.EPOCH;

        void day(String date) {
            now = LocalDate.parse(date).atTime(12, 0).atZone(CHICAGO).toInstant();
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
