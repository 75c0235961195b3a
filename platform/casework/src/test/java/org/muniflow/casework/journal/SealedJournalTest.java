package org.muniflow.casework.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniflow.casework.Database;
import org.muniflow.casework.journal.JournalCheck.Finding;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("engine")
class SealedJournalTest {

    private static final String INSERT = "insert into muniflow.journal (case_number, module, record_id, process_key,"
            + " element_id, kind, what, cites, actor, written_at, detail) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final Instant START = Instant.parse("2026-11-20T15:00:00.123456Z");

    private static DataSource database;
    private static JdbcClient jdbc;

    @TempDir
    private Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private Anchors anchors;
    private Sealer sealer;
    private JournalCheck check;

    @BeforeAll
    static void open() {
        database = Database.fresh();
        jdbc = JdbcClient.create(database);
    }

    @BeforeEach
    void empty() {
        jdbc.sql("delete from muniflow.case_trail").update();
        jdbc.sql("delete from muniflow.journal_seal").update();
        jdbc.sql("delete from muniflow.journal_gap").update();
        jdbc.sql("delete from muniflow.journal").update();
        jdbc.sql("alter table muniflow.journal alter column id restart with 1").update();
        jdbc.sql("update muniflow.journal_head set seals = 0, city_hash = ?, highest_id = 0")
                .param(Hashes.NONE)
                .update();
        anchors = new Anchors(folder.resolve("data/anchors.txt"), Duration.ZERO, clock());
        sealer = sealer();
        check = new JournalCheck(new CheckRows(jdbc), new KeptTrailCheck(jdbc), anchors);
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneId.of("America/Chicago");
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
    }

    private Sealer sealer() {
        return new Sealer(
                new SealRows(jdbc, new JdbcTemplate(database)),
                new TransactionTemplate(new JdbcTransactionManager(database)),
                anchors,
                clock());
    }

    private void line(String caseNumber, String what) {
        line(JdbcClient.create(database), caseNumber, what);
    }

    private void line(JdbcClient on, String caseNumber, String what) {
        now.updateAndGet(moment -> moment.plusSeconds(1));
        on.sql(INSERT)
                .params(
                        caseNumber,
                        "civil-rights",
                        "REC-1",
                        "certification",
                        "review",
                        "NOTE",
                        what,
                        "§ 3-421",
                        "ana",
                        OffsetDateTime.now(clock()),
                        "{\"fields\":[]}")
                .update();
    }

    /** Nine lines: lines 1, 4 and 7 of case A, 2, 5 and 8 of case B, 3, 6 and 9 of a record and of the city. */
    private void story() {
        for (int round = 1; round <= 3; round++) {
            line("A-2026-1", "A " + round);
            line("B-2026-2", "Señora Peña " + round);
            line(null, "R " + round);
        }
        assertThat(sealer.seal()).isEqualTo(9);
        assertThat(findings()).isEmpty();
    }

    private List<Finding> findings() {
        return check.page(0, null, 1000, Map.of()).findings();
    }

    private static String first(List<Finding> findings) {
        return findings.isEmpty() ? "nothing" : findings.get(0).what();
    }

    @Test
    void linesAreSealedInOrderAndTheCheckNamesLengthTailAndAnchor() {
        story();
        line("A-2026-1", "not sealed yet");
        JournalCheck.Page page = check.page(0, null, 1000, Map.of());
        assertThat(page.complete()).isTrue();
        assertThat(page.until()).isEqualTo(9);
        assertThat(page.tail().lines()).isOne();
        assertThat(page.tail().oldest().toInstant()).isEqualTo(now.get());
        assertThat(page.anchor()).matches("9:[0-9a-f]{64}");
        assertThat(sealer.seal()).isOne();
        assertThat(check.page(0, null, 1000, Map.of()).tail().lines()).isZero();
    }

    @Test
    void aBigJournalIsCheckedPageByPage() {
        story();
        List<Long> ends = new ArrayList<>();
        JournalCheck.Page page = check.page(0, null, 4, Map.of());
        while (!page.complete()) {
            ends.add(page.to());
            line("A-2026-1", "meanwhile");
            sealer.seal();
            page = check.page(page.to(), page.until(), 4, Map.of());
            assertThat(page.findings()).isEmpty();
        }
        assertThat(ends).containsExactly(4L, 8L);
        assertThat(page.until()).isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "case_number = 'C-2026-3'",
                "case_number = null",
                "module = 'real-estate'",
                "module = null",
                "record_id = 'REC-2'",
                "process_key = 'denial'",
                "element_id = null",
                "kind = 'CLOCK'",
                "kind = 'WHATEVER'",
                "what = 'A 2 '",
                "cites = ''",
                "actor = 'bob'",
                "written_at = written_at + interval '1' second",
                "detail = null",
                "id = 1000"
            })
    void aChangedColumnIsFound(String change) {
        story();
        jdbc.sql("update muniflow.journal set " + change + " where id = 4").update();
        Finding found = findings().get(0);
        assertThat(found.what())
                .contains("Line 4 of case A-2026-1")
                .containsAnyOf("is not what was sealed", "was deleted");
        assertThat(found.seal()).isEqualTo(4);
        assertThat(found.account()).isEqualTo("case A-2026-1");
    }

    static Stream<Arguments> tampering() {
        return Stream.of(
                Arguments.of(
                        "a line in the middle deleted",
                        "Line 5 of case B-2026-2 was deleted.",
                        List.of("delete from muniflow.journal where id = 5")),
                Arguments.of(
                        "a line deleted with its seal",
                        "Seal 5 is gone",
                        List.of(
                                "delete from muniflow.journal where id = 5",
                                "delete from muniflow.journal_seal where journal_id = 5")),
                Arguments.of(
                        "the newest line deleted",
                        "Line 9 of record civil-rights REC-1 was deleted.",
                        List.of("delete from muniflow.journal where id = 9")),
                Arguments.of(
                        "the newest line deleted with its seal",
                        "Seal 9 is gone",
                        List.of(
                                "delete from muniflow.journal where id = 9",
                                "delete from muniflow.journal_seal where journal_id = 9")),
                Arguments.of(
                        "the newest line deleted with its seal and the head wound back",
                        "names 9 seals",
                        List.of(
                                "delete from muniflow.journal where id = 9",
                                "delete from muniflow.journal_seal where journal_id = 9",
                                "update muniflow.journal_head set seals = 8, highest_id = 8,"
                                        + " city_hash = (select city_hash from muniflow.journal_seal where seal_number = 8)")),
                Arguments.of(
                        "a whole case deleted",
                        "Line 2 of case B-2026-2 was deleted.",
                        List.of("delete from muniflow.journal where case_number = 'B-2026-2'")),
                Arguments.of(
                        "a whole case deleted with its seals",
                        "Seal 2 is gone",
                        List.of(
                                "delete from muniflow.journal where case_number = 'B-2026-2'",
                                "delete from muniflow.journal_seal where chain = 'case B-2026-2'")),
                Arguments.of(
                        "everything deleted",
                        "Seals 1 to 9 are gone",
                        List.of("delete from muniflow.journal", "delete from muniflow.journal_seal")),
                Arguments.of(
                        "two lines swapped",
                        "Line 1 of case A-2026-1 is not what was sealed",
                        List.of(
                                "update muniflow.journal set id = -1 where id = 1",
                                "update muniflow.journal set id = 1 where id = 4",
                                "update muniflow.journal set id = 4 where id = -1")),
                Arguments.of(
                        "two seals swapped",
                        "Seal 1, that of line 4",
                        List.of(
                                "update muniflow.journal_seal set seal_number = -1 where seal_number = 1",
                                "update muniflow.journal_seal set seal_number = 1 where seal_number = 4",
                                "update muniflow.journal_seal set seal_number = 4 where seal_number = -1")),
                Arguments.of(
                        "a line put in among the sealed ones",
                        "was put in after",
                        List.of("insert into muniflow.journal (id, case_number, kind, what, cites, written_at)"
                                + " values (-7, 'A-2026-1', 'NOTE', 'never happened', '', timestamp with time zone"
                                + " '2026-11-20 15:00:02+00:00')")),
                Arguments.of(
                        "a seal's hash rewritten",
                        "Seal 6, that of line 6",
                        List.of("update muniflow.journal_seal set chain_hash = '" + "a".repeat(64)
                                + "' where seal_number = 6")),
                Arguments.of(
                        "a seal's city hash rewritten",
                        "Seal 6, that of line 6",
                        List.of("update muniflow.journal_seal set city_hash = '" + "a".repeat(64)
                                + "' where seal_number = 6")),
                Arguments.of(
                        "the last city hash rewritten",
                        "Seal 9, that of line 9",
                        List.of("update muniflow.journal_seal set city_hash = '" + "a".repeat(64)
                                + "' where seal_number = 9")),
                Arguments.of(
                        "a seal's time rewritten",
                        "Seal 6, that of line 6",
                        List.of(
                                "update muniflow.journal_seal set sealed_at = sealed_at + interval '1' second where seal_number = 6")),
                Arguments.of(
                        "a seal put after the last",
                        "There are seals after",
                        List.of(
                                "insert into muniflow.journal_seal select 10, 4711, 'city', 1, chain_hash, city_hash, sealed_at"
                                        + " from muniflow.journal_seal where seal_number = 9")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tampering")
    void tamperingIsFound(String how, String found, List<String> statements) {
        story();
        statements.forEach(statement -> jdbc.sql(statement).update());
        assertThat(first(findings())).contains(found);
    }

    @Test
    void aLineRewrittenWithEverySealAfterItIsFoundByTheAnchorOutsideOfTheDatabase() throws IOException {
        story();
        String kept = check.page(0, null, 1000, Map.of()).anchor();
        jdbc.sql("update muniflow.journal set what = 'A two' where id = 4").update();
        jdbc.sql("delete from muniflow.journal_seal").update();
        jdbc.sql("update muniflow.journal_head set seals = 0, city_hash = ?, highest_id = 0")
                .param(Hashes.NONE)
                .update();
        Path file = anchors.file();
        Path aside = Files.move(file, folder.resolve("aside"));
        sealer.seal();
        assertThat(findings()).isEmpty();

        Map<Long, String> held = Map.of(9L, kept.substring(2));
        assertThat(first(check.page(0, null, 1000, held).findings()))
                .contains("anchor of the one you gave", "written anew");
        Files.move(aside, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(first(findings())).contains("seals up to 9 are not those of the anchor");
    }

    @Test
    void aLineThatSaysItIsOlderThanThoseSealedBeforeItIsFound() {
        story();
        Instant real = now.get();
        now.set(real.minus(Duration.ofDays(30)));
        line("A-2026-1", "backdated");
        now.set(real.plusSeconds(60));
        line("A-2026-1", "true");
        sealer.seal();
        assertThat(findings()).hasSize(1);
        assertThat(first(findings())).contains("Line 10 of case A-2026-1", "put in later");
    }

    @Test
    void stepsMayCommitInAnotherOrderThanTheirNumbers() throws Exception {
        line("A-2026-1", "first");
        try (Connection slow = database.getConnection()) {
            slow.setAutoCommit(false);
            line(
                    JdbcClient.create(new org.springframework.jdbc.datasource.SingleConnectionDataSource(slow, true)),
                    "A-2026-1",
                    "slow");
            line("B-2026-2", "quick");
            assertThat(sealer.seal()).isEqualTo(2);
            assertThat(findings()).isEmpty();
            slow.commit();
        }
        assertThat(check.page(0, null, 1000, Map.of()).tail().lines()).isOne();
        sealer.seal();
        JournalCheck.Page page = check.page(0, null, 1000, Map.of());
        assertThat(page.findings()).isEmpty();
        assertThat(page.tail().lines()).isZero();
        assertThat(jdbc.sql("select journal_id from muniflow.journal_seal order by seal_number")
                        .query(Long.class)
                        .list())
                .containsExactly(1L, 3L, 2L);
        assertThat(jdbc.sql("select count(*) from muniflow.journal_gap")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aNumberOfAStepThatWasRolledBackIsForgottenInTheEnd() throws Exception {
        try (Connection failing = database.getConnection()) {
            failing.setAutoCommit(false);
            line(
                    JdbcClient.create(
                            new org.springframework.jdbc.datasource.SingleConnectionDataSource(failing, true)),
                    "A-2026-1",
                    "fails");
            failing.rollback();
        }
        line("A-2026-1", "stays");
        sealer.seal();
        assertThat(jdbc.sql("select count(*) from muniflow.journal_gap")
                        .query(Long.class)
                        .single())
                .isOne();
        now.updateAndGet(moment -> moment.plus(Duration.ofHours(2)));
        line("A-2026-1", "later");
        sealer.seal();
        assertThat(jdbc.sql("select count(*) from muniflow.journal_gap")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(findings()).isEmpty();
    }

    @Test
    void theCityHasOneSealerAndAnotherTakesItsPlaceWhenItDies() throws Exception {
        line("A-2026-1", "one");
        try (Connection dying = database.getConnection()) {
            dying.setAutoCommit(false);
            dying.createStatement()
                    .executeQuery("select seals from muniflow.journal_head where id = 1 for update")
                    .next();
            assertThat(sealer().seal()).isZero();
        }
        assertThat(sealer().seal()).isOne();
        assertThat(findings()).isEmpty();
    }

    @Test
    void aSealerWhoseConnectionIsCutAmidItsBatchLeavesNoHalfOfIt() throws Exception {
        line("A-2026-1", "one");
        line("A-2026-1", "two");
        JdbcTemplate cut = new JdbcTemplate(database) {
            @Override
            public int[] batchUpdate(String sql, List<Object[]> rows) {
                int[] done = super.batchUpdate(sql, rows);
                cutOff(String.valueOf(session(this)));
                return done;
            }
        };
        Sealer dying = new Sealer(
                new SealRows(JdbcClient.create(cut), cut),
                new TransactionTemplate(new JdbcTransactionManager(database)),
                anchors,
                clock());
        assertThatThrownBy(dying::seal).isInstanceOf(RuntimeException.class);
        assertThat(jdbc.sql("select count(*) from muniflow.journal_seal")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(sealer().seal()).isEqualTo(2);
        assertThat(findings()).isEmpty();
    }

    private static boolean isPostgresql() {
        return Boolean.TRUE.equals(new JdbcTemplate(database)
                .execute((org.springframework.jdbc.core.ConnectionCallback<Boolean>) connection ->
                        connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")));
    }

    private static Object session(JdbcTemplate on) {
        return on.queryForObject(isPostgresql() ? "select pg_backend_pid()" : "select session_id()", Long.class);
    }

    private static void cutOff(String session) {
        new JdbcTemplate(database)
                .queryForObject(
                        isPostgresql()
                                ? "select pg_terminate_backend(" + session + ")"
                                : "select abort_session(" + session + ")",
                        Boolean.class);
    }

    /** Keeps two parts of steps of case A and one of case B, as the keeper of trails does. */
    private void kept() {
        CaseJournal journal = new CaseJournal(
                (sql, values) -> new JdbcTemplate(database).update(sql, values),
                jdbc,
                new org.muniflow.kernel.spi.Actors() {
                    @Override
                    public @Nullable String current() {
                        return null;
                    }

                    @Override
                    public <T extends @Nullable Object> T asPlatform(Supplier<T> work) {
                        return work.get();
                    }
                },
                clock());
        keep(journal, "A-2026-1", List.of("[[\"first\"]]", "[[\"second\"]]"));
        keep(journal, "B-2026-2", List.of("[[\"other\"]]"));
        sealer.seal();
    }

    private void keep(CaseJournal journal, String caseNumber, List<String> parts) {
        OffsetDateTime at = OffsetDateTime.now(clock());
        jdbc.sql("delete from muniflow.case_trail where case_number = ?")
                .param(caseNumber)
                .update();
        for (int part = 0; part < parts.size(); part++) {
            jdbc.sql("insert into muniflow.case_trail (case_number, part, steps, kept_at) values (?, ?, ?, ?)")
                    .params(caseNumber, part, parts.get(part), at)
                    .update();
        }
        journal.kept(caseNumber, parts.size(), parts, at);
    }

    static Stream<Arguments> tamperingWithKeptSteps() {
        String changed = "The kept steps of case A-2026-1 are not those that were kept";
        return Stream.of(
                Arguments.of(
                        "edited",
                        changed,
                        "update muniflow.case_trail set steps = '[[\"never\"]]' where case_number = 'A-2026-1'"
                                + " and part = 1"),
                Arguments.of(
                        "a part deleted",
                        changed,
                        "delete from muniflow.case_trail where case_number = 'A-2026-1' and part = 1"),
                Arguments.of(
                        "all deleted",
                        "The kept steps of case A-2026-1 are gone.",
                        "delete from muniflow.case_trail where case_number = 'A-2026-1'"),
                Arguments.of(
                        "parts swapped",
                        changed,
                        "update muniflow.case_trail set part = 5 where case_number = 'A-2026-1' and part = 0"),
                Arguments.of(
                        "moment changed",
                        changed,
                        "update muniflow.case_trail set kept_at = kept_at + interval '1' second where case_number ="
                                + " 'A-2026-1'"),
                Arguments.of(
                        "given to another case",
                        changed,
                        "update muniflow.case_trail set case_number = 'A-2026-1', part = 7 where case_number ="
                                + " 'B-2026-2'"),
                Arguments.of(
                        "put in",
                        "Steps of case C-2026-3 were put in that nobody kept.",
                        "insert into muniflow.case_trail (case_number, part, steps, kept_at) select 'C-2026-3', 0, steps,"
                                + " kept_at from muniflow.case_trail where case_number = 'B-2026-2'"),
                Arguments.of(
                        "edited together with the hash that the journal tells",
                        "is not what was sealed",
                        "update muniflow.journal set detail = '{\"sha256\":\"" + "a".repeat(64)
                                + "\"}' where kind = 'KEPT' and case_number = 'A-2026-1'"));
    }

    @ParameterizedTest(name = "kept steps {0}")
    @MethodSource("tamperingWithKeptSteps")
    void tamperingWithTheKeptStepsOfAFinishedCaseIsFound(String how, String found, String statement) {
        story();
        kept();
        assertThat(findings()).isEmpty();
        jdbc.sql(statement).update();
        assertThat(findings()).extracting(Finding::what).anyMatch(what -> what.contains(found));
    }

    @Test
    void ofStepsThatWereKeptAgainTheLastCountAndABigJournalChecksThemPageByPage() {
        story();
        kept();
        kept();
        assertThat(findings()).isEmpty();
        List<Finding> found = new ArrayList<>();
        jdbc.sql("delete from muniflow.case_trail where case_number = 'B-2026-2'")
                .update();
        JournalCheck.Page page = check.page(0, null, 4, Map.of());
        found.addAll(page.findings());
        while (!page.complete()) {
            page = check.page(page.to(), page.until(), 4, Map.of());
            found.addAll(page.findings());
        }
        assertThat(found).extracting(Finding::what).containsExactly("The kept steps of case B-2026-2 are gone.");
        assertThat(found.get(0).account()).isEqualTo("case B-2026-2");
    }

    @Test
    void stepsThatWereKeptBeforeTheirHashWasToldAreSealedFromNowOn() throws Exception {
        kept();
        jdbc.sql("delete from muniflow.journal_seal").update();
        jdbc.sql("delete from muniflow.journal").update();
        jdbc.sql("update muniflow.journal_head set seals = 0, city_hash = ?, highest_id = 0")
                .param(Hashes.NONE)
                .update();
        try (Connection connection = database.getConnection()) {
            new KeptTrailLines(clock()).migrate(new org.flywaydb.core.api.migration.Context() {
                @Override
                public org.flywaydb.core.api.configuration.Configuration getConfiguration() {
                    throw new UnsupportedOperationException();
                }

                @Override
                public Connection getConnection() {
                    return connection;
                }
            });
        }
        java.nio.file.Files.deleteIfExists(anchors.file());
        assertThat(sealer.seal()).isEqualTo(2);
        assertThat(findings()).isEmpty();
        jdbc.sql("update muniflow.case_trail set steps = '[]' where case_number = 'B-2026-2'")
                .update();
        assertThat(first(findings())).contains("The kept steps of case B-2026-2 are not those");
    }

    @Test
    void thePageOfACaseComparesEachLineWithItsSealAndTellsThoseOfItsRecordToo() {
        story();
        line("A-2026-1", "fresh");
        CaseAccount account = new CaseAccount(jdbc);
        CaseAccount.Subject subject = new CaseAccount.Subject("A-2026-1", "civil-rights", "REC-1");
        jdbc.sql("update muniflow.journal set what = 'A two' where id = 4").update();
        assertThat(account.page(subject, java.util.Set.of(), 0, 100))
                .extracting(told -> told.entry().what() + " " + told.proof())
                .containsExactly(
                        "A 1 SEALED",
                        "R 1 SEALED",
                        "A two CHANGED",
                        "R 2 SEALED",
                        "A 3 SEALED",
                        "R 3 SEALED",
                        "fresh WAITING");
        assertThat(account.page(subject, java.util.Set.of(), 3, 2))
                .extracting(told -> told.entry().id())
                .containsExactly(4L, 6L);
        assertThat(account.newest(subject, 3)).extracting(JournalEntry::what).containsExactly("A 3", "R 3", "fresh");
        assertThat(account.page(
                        new CaseAccount.Subject("A-2026-1", null, "REC-1"),
                        java.util.Set.of(JournalEntry.Kind.NOTE),
                        0,
                        100))
                .hasSize(4);
        assertThat(account.page(subject, java.util.Set.of(JournalEntry.Kind.RULE), 0, 100))
                .isEmpty();
    }

    @Test
    void manyWritersAndSealersAtOnceLeaveOneUnbrokenChain() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                String caseNumber = "W-2026-" + writer;
                work.add(() -> {
                    for (int n = 0; n < 100; n++) {
                        line(caseNumber, "line " + n);
                    }
                    return null;
                });
            }
            for (int node = 0; node < 2; node++) {
                work.add(() -> {
                    for (int n = 0; n < 50; n++) {
                        sealer().seal();
                    }
                    return null;
                });
            }
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        while (sealer.seal() > 0) {}
        JournalCheck.Page page = check.page(0, null, 1000, Map.of());
        assertThat(page.findings()).isEmpty();
        assertThat(page.until()).isEqualTo(400);
        assertThat(page.tail().lines()).isZero();
    }
}
