package org.muniflow.casework.journal;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.Stream;
import javax.sql.DataSource;
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
        jdbc.sql("delete from muniflow.journal_seal").update();
        jdbc.sql("delete from muniflow.journal_gap").update();
        jdbc.sql("delete from muniflow.journal").update();
        jdbc.sql("alter table muniflow.journal alter column id restart with 1").update();
        jdbc.sql("update muniflow.journal_head set seals = 0, city_hash = ?, highest_id = 0")
                .param(Hashes.NONE)
                .update();
        anchors = new Anchors(folder.resolve("data/anchors.txt"), Duration.ZERO, clock());
        sealer = sealer();
        check = new JournalCheck(new CheckRows(jdbc), anchors);
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
