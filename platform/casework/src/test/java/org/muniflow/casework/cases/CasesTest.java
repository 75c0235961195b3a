package org.muniflow.casework.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniflow.api.casework.Cases;
import org.muniflow.api.casework.Cases.CaseFile;
import org.muniflow.casework.AppealCases;
import org.muniflow.casework.Appeals;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.casework.journal.JournalEntry;
import org.muniflow.casework.journal.JournalEntry.Kind;
import org.muniflow.kernel.engine.CityClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppealCases
class CasesTest {

    private static final OffsetDateTime LATER = OffsetDateTime.of(2030, 1, 2, 0, 0, 0, 0, ZoneOffset.UTC);

    @Autowired
    DataSource database;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Cases cases;

    @Autowired
    CaseFiles files;

    @Autowired
    CaseHistory history;

    @Autowired
    CaseJournal journal;

    @Autowired
    CityClock clock;

    Appeals appeals;

    @BeforeEach
    void deploy() {
        appeals = new Appeals(engine, cases, clock);
        appeals.deploy("2026-03-02"); // Monday
    }

    @AfterEach
    void release() {
        engine.getIdentityService().clearAuthentication();
        clock.release();
    }

    @Test
    void aCaseStartsWithItsNumberAndItsTitleStaysOutOfTheEngine() {
        String number = appeals.filed("2026-02-27");
        assertThat(number).matches("APPL-2026-\\d{6}");
        CaseFile file = cases.find(number).orElseThrow();
        assertThat(file.title()).isEqualTo("Prairie Paving LLC");
        assertThat(file.recordId()).isEqualTo("appeal-7");
        assertThat(file.receivedOn()).isEqualTo("2026-02-27");
        assertThat(file.state()).isEqualTo("OPEN");
        assertThat(engine.getRuntimeService()
                        .createVariableInstanceQuery()
                        .processInstanceIdIn(appeals.task(number).getProcessInstanceId())
                        .list())
                .noneMatch(variable -> String.valueOf(variable.getValue()).contains("Prairie"));
    }

    @Test
    void aCaseThatTheEngineStartsHasItsFileToo() {
        engine.getRuntimeService()
                .createMessageCorrelation("appealFiled")
                .setVariable("receivedOn", "2026-02-26")
                .setVariable("appealId", "appeal-8")
                .correlateStartMessage();
        CaseFiles.Row row = files.ofRecord("appeal-8").get(0);
        assertThat(row.title()).isEqualTo("Appeal");
        assertThat(row.receivedOn()).isEqualTo("2026-02-26");
        assertThat(row.caseNumber()).startsWith("APPL-2026-");
    }

    @Test
    void aMessageReachesTheWaitingCaseAndNoOther() {
        String waiting = appeals.forwarded("2026-02-27", "2026-03-02", "2026-03-31");
        String elsewhere = appeals.filed("2026-02-27");
        assertThat(cases.message("documentsReceived", elsewhere, Map.of())).isFalse();
        assertThat(cases.message("documentsReceived", waiting, Map.of())).isTrue();
        assertThat(cases.message("documentsReceived", waiting, Map.of())).isFalse();
        assertThat(appeals.task(waiting).getName()).isEqualTo("Decide appeal");
    }

    @Test
    void theEndEventIsTheOutcome() {
        String number = decided();
        CaseFile file = cases.find(number).orElseThrow();
        assertThat(file.state()).isEqualTo("ENDED");
        assertThat(file.outcome()).isEqualTo("Appeal decided");
    }

    @Test
    void anEndedCaseGoesOnUnderItsNumberWithItsLastVariables() {
        String number = decided();
        cases.reopen(number, "userTask_forward", "the firm's timely filing was keyed late", Map.of());
        CaseFile file = cases.find(number).orElseThrow();
        assertThat(file.state()).isEqualTo("OPEN");
        assertThat(file.outcome()).isNull();
        assertThat(file.title()).isEqualTo("Prairie Paving LLC");
        assertThat(appeals.task(number).getTaskDefinitionKey()).isEqualTo("userTask_forward");
        assertThat(engine.getRuntimeService().getVariable(appeals.task(number).getExecutionId(), "documentsDueOn"))
                .isEqualTo("2026-03-31");
        assertThat(history.steps(number))
                .extracting(CaseHistory.Step::elementId)
                .startsWith("startEvent_filed", "userTask_forward")
                .contains("endEvent_decided");
        assertThat(history.paths(number)).hasSize(1);
        assertThat(history.paths(number).get(0).present()).containsExactly("userTask_forward");
        assertThat(journal.ofCase(number, 0, 100))
                .extracting(JournalEntry::kind)
                .contains(Kind.REOPENED);
    }

    @Test
    void reopeningSaysWhatIsWrong() {
        String number = appeals.filed("2026-02-27");
        assertThatThrownBy(() -> cases.reopen(number, "userTask_dance", "no", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no such element");
        assertThatThrownBy(() -> cases.reopen("APPL-1999-000001", "userTask_forward", "no", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no case APPL-1999-000001");
        assertThatThrownBy(() -> cases.start("nothing", "1", "x", LocalDate.of(2026, 3, 2), Map.of()))
                .isInstanceOf(NoNewCases.class)
                .hasMessageContaining("takes no new cases");
        assertThatThrownBy(() -> cases.message("documentsReceived", number, Map.of("amount", new Object())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("amount");
    }

    @Test
    void variablesAreFlat() {
        assertThat(FlatValues.of(Map.of(
                        "a",
                        LocalDate.of(2026, 3, 2),
                        "b",
                        new BigDecimal("12.50"),
                        "c",
                        Kind.NOTE,
                        "d",
                        List.of("x"))))
                .isEqualTo(Map.of("a", "2026-03-02", "b", "12.50", "c", "NOTE", "d", List.of("x")));
    }

    @Test
    void theJournalTellsTheCaseAndWhoActed() {
        engine.getIdentityService().setAuthentication("ana.analyst", List.of("creo-analyst"));
        String number = appeals.filed("2026-02-27");
        engine.getIdentityService().clearAuthentication();
        List<JournalEntry> lines = journal.ofCase(number, 0, 100);
        assertThat(lines)
                .extracting(JournalEntry::kind)
                .containsExactlyInAnyOrder(Kind.STARTED, Kind.TASK_OPENED, Kind.CLOCK);
        assertThat(lines).extracting(JournalEntry::actor).containsOnly("ana.analyst");
        assertThat(lines)
                .extracting(JournalEntry::what)
                .contains("Task opened for creo-analyst, creo-director: Forward appeal.");
        assertThat(journal.ofCase(number, lines.get(0).id(), 100)).hasSize(lines.size() - 1);
    }

    @Test
    void casesArePagedByKey() {
        for (int i = 0; i < 5; i++) {
            appeals.filed("2026-02-27");
        }
        CaseFiles.Wanted all = new CaseFiles.Wanted(List.of("appeal"), "OPEN", "prairie");
        List<CaseFiles.Row> first = files.page(all, null, 3);
        List<CaseFiles.Row> second = files.page(all, first.get(2).caseNumber(), 3);
        assertThat(first).hasSize(3).doesNotContainAnyElementsOf(second);
        assertThat(second).isNotEmpty();
        assertThat(files.page(new CaseFiles.Wanted(List.of(), null, null), null, 3))
                .isEmpty();
    }

    @Test
    void onPostgresqlAloneTheWordsOfTitlesAndOfPartiesNamesAreIndexedAndNothingElseOfThem() {
        JdbcClient jdbc = JdbcClient.create(database);
        boolean postgresql = jdbc.sql("select count(*) from information_schema.tables where table_name = 'pg_indexes'")
                        .query(Integer.class)
                        .single()
                > 0;
        assertThat(jdbc.sql(
                                postgresql
                                        ? "select indexname from pg_indexes where indexdef like '%case_file %title%'"
                                                + " or indexdef like '%case_party %lower%'"
                                        : "select index_name from information_schema.index_columns where"
                                                + " lower(table_name) = 'case_file' and lower(column_name) = 'title'"
                                                + " or lower(table_name) = 'case_party' and lower(column_name) = 'name'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(
                        postgresql ? List.of("case_file_words", "case_party_words") : List.of());
    }

    @Test
    void casesAreFoundByNumberAndByWordsOfTheirTitleAlsoBehindManyNewerOnes() {
        JdbcClient jdbc = JdbcClient.create(database);
        String number = appeals.filed("2026-02-27");
        jdbc.sql("update muniflow.case_file set title = 'The Needle Inc.' where case_number = ?")
                .param(number)
                .update();
        for (int n = 1; n <= 700; n++) {
            jdbc.sql(
                            "insert into muniflow.case_file values (?, 'appeal', 'none', '', 'A stalk of hay', ?, 'ENDED', 'Cut', ?,"
                                    + " null)")
                    .params("HAY-" + n, LocalDate.of(2030, 1, 2), LATER.plusSeconds(n))
                    .update();
        }
        List<String> processes = List.of("appeal", "no-such-process");

        assertThat(files.page(new CaseFiles.Wanted(processes, null, "needle"), null, 3))
                .extracting(CaseFiles.Row::caseNumber)
                .containsExactly(number);
        for (String words : List.of("inc. needle", "the NEED", "Needle, (Inc", "needle inc needle")) {
            assertThat(files.page(new CaseFiles.Wanted(processes, null, words), null, 3))
                    .as(words)
                    .extracting(CaseFiles.Row::caseNumber)
                    .containsExactly(number);
        }
        for (String others : List.of("need inc", "eedle", "needle ltd", "'", "\\", "need:*", "%", "(^|needle")) {
            assertThat(files.page(new CaseFiles.Wanted(List.of("appeal"), "ENDED", others), null, 3))
                    .as(others)
                    .isEmpty();
        }
        assertThat(files.page(new CaseFiles.Wanted(processes, null, "need inc"), null, 3))
                .isEmpty();
        assertThat(files.page(new CaseFiles.Wanted(processes, "ENDED", "needle"), null, 3))
                .isEmpty();
        assertThat(files.page(new CaseFiles.Wanted(processes, null, number.toLowerCase(Locale.ROOT)), null, 3))
                .extracting(CaseFiles.Row::title)
                .contains("The Needle Inc.");
        assertThat(files.page(new CaseFiles.Wanted(processes, null, "stalk"), "HAY-100", 99))
                .hasSize(99)
                .extracting(CaseFiles.Row::caseNumber)
                .startsWith("HAY-99")
                .endsWith("HAY-1");
        assertThat(files.page(new CaseFiles.Wanted(List.of("no-such-process"), null, "needle"), null, 3))
                .isEmpty();
        jdbc.sql("delete from muniflow.case_file where case_number like 'HAY-%'")
                .update();
    }

    private String decided() {
        String number = appeals.forwarded("2026-02-27", "2026-03-02", "2026-03-31");
        cases.message("documentsReceived", number, Map.of("documentsReceivedOn", LocalDate.of(2026, 3, 3)));
        appeals.complete(number, Map.of());
        return number;
    }
}
