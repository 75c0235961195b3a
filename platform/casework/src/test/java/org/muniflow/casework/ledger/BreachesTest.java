package org.muniflow.casework.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniflow.api.casework.Cases;
import org.muniflow.api.casework.Ledger.Cause;
import org.muniflow.casework.AppealCases;
import org.muniflow.casework.Appeals;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.casework.journal.JournalEntry;
import org.muniflow.casework.ledger.LedgerEntry.State;
import org.muniflow.kernel.engine.CityClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppealCases
class BreachesTest {

    private static final Set<String> DIRECTOR = Set.of("creo-director", "all-staff");

    @Autowired
    ProcessEngine engine;

    @Autowired
    Cases cases;

    @Autowired
    CityClock clock;

    @Autowired
    ClockLedger ledger;

    @Autowired
    CaseJournal journal;

    @Autowired
    JdbcClient jdbc;

    Appeals appeals;

    @BeforeEach
    void deploy() {
        appeals = new Appeals(engine, cases, clock);
        appeals.deploy("2023-11-01");
        ledger.sweep(day("2030-01-01"));
        ledger.followUp(day("2023-11-01"));
    }

    @AfterEach
    void release() {
        clock.release();
    }

    @Test
    void theSweepFindsEveryBreachHoweverManyAndADamagedRowHidesNone() {
        String number = appeals.filed("2023-10-27");
        copies(number, 730);
        jdbc.sql("update muniflow.clock set computation = 'damaged' where id = 'copy-0005-" + number + "'")
                .update();
        try {
            assertThat(ledger.sweep(day("2023-11-14"))).isEqualTo(730);
            assertThat(ledger.sweep(day("2023-11-14"))).isZero();
            assertThat(jdbc.sql("select count(*) from muniflow.clock where case_number = ? and state = 'BREACHED'")
                            .param(number)
                            .query(Integer.class)
                            .single())
                    .isEqualTo(730);
            assertThat(missedLines(number)).isEqualTo(730);
        } finally {
            jdbc.sql("delete from muniflow.clock where id like 'copy-%'").update();
        }
    }

    @Test
    void twoNodesThatSweepAtOnceTellOfABreachOnce() throws Exception {
        String number = appeals.filed("2023-10-27");
        copies(number, 60);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Integer>> swept = List.of(
                    nodes.submit(() -> {
                        start.await();
                        return ledger.sweep(day("2023-11-14"));
                    }),
                    nodes.submit(() -> {
                        start.await();
                        return ledger.sweep(day("2023-11-14"));
                    }));
            start.countDown();
            assertThat(swept.get(0).get() + swept.get(1).get()).isEqualTo(61);
            assertThat(missedLines(number)).isEqualTo(61);
        } finally {
            nodes.shutdownNow();
            jdbc.sql("delete from muniflow.clock where id like 'copy-%'").update();
        }
    }

    @Test
    void theEscalationGroupHearsOnceWhetherTheTimerOrTheSweepWasFirst() {
        String swept = appeals.filed("2023-10-27");
        String fired = appeals.forwarded("2023-10-27", "2023-11-06", "2023-12-15");
        appeals.today("2023-12-16");
        ledger.sweep(day("2023-12-16"));
        assertThat(appeals.fireTimer(fired)).isTrue();
        assertThat(last(fired).state()).isEqualTo(State.BREACHED);
        assertThat(heardOf(swept)).isEqualTo(1);
        assertThat(heardOf(fired)).isEqualTo(1);
        assertThat(ledger.escalated(Set.of("real-estate"), 1000)).isEmpty();

        String id = last(fired).id();
        assertThat(ledger.heard(id, Set.of("real-estate"), "rita")).isFalse();
        assertThat(ledger.heard(id, DIRECTOR, "dora")).isTrue();
        assertThat(ledger.heard(id, DIRECTOR, "dora")).isFalse();
        assertThat(heardOf(fired)).isZero();
        ledger.sweep(day("2023-12-17"));
        assertThat(heardOf(fired)).isZero();
        assertThat(journal.ofCase(fired, 0, 100))
                .extracting(JournalEntry::what)
                .anyMatch(line -> line.contains("has been heard by creo-director"));
    }

    @Test
    void aTimelyActKeyedLateTakesTheEscalationBackAndALateOneKeepsIt() {
        String timely = appeals.filed("2023-10-27");
        String late = appeals.filed("2023-10-27");
        appeals.today("2023-11-20");
        ledger.sweep(day("2023-11-20"));
        appeals.complete(timely, Map.of("forwardedOn", "2023-11-13", "documentsDueOn", "2023-12-15"));
        appeals.complete(late, Map.of("forwardedOn", "2023-11-14", "documentsDueOn", "2023-12-15"));
        assertThat(ledger.ofCase(timely).get(0).state()).isEqualTo(State.MET);
        assertThat(ledger.ofCase(late).get(0).state()).isEqualTo(State.MET_LATE);
        assertThat(heardOf(timely)).isZero();
        assertThat(heardOf(late)).isEqualTo(1);
    }

    @Test
    void aTimerThatWasLostDoesNotHideTheBreach() {
        String number = appeals.forwarded("2023-10-27", "2023-11-06", "2023-12-15");
        engine.getManagementService()
                .createJobQuery()
                .timers()
                .processInstanceId(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .singleResult()
                        .getId())
                .list()
                .forEach(job -> engine.getManagementService().deleteJob(job.getId()));
        appeals.today("2023-12-18");
        ledger.sweep(day("2023-12-18"));
        assertThat(last(number).state()).isEqualTo(State.BREACHED);
        assertThat(heardOf(number)).isEqualTo(1);
    }

    @Test
    void aTimerFiredByHandBeforeItsDayIsNoBreach() {
        String number = appeals.forwarded("2023-10-27", "2023-11-06", "2023-12-15");
        String instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .singleResult()
                .getId();
        engine.getManagementService()
                .executeJob(engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance)
                        .timers()
                        .singleResult()
                        .getId());
        assertThat(last(number).state()).isEqualTo(State.CANCELLED);
        assertThat(last(number).note()).contains("fired by hand");
        assertThat(heardOf(number)).isZero();
    }

    @Test
    void whereTheLawAsksForWrittenReasonsTheirProcessIsOpenedOnce() throws Exception {
        String number = cases.start(
                "investigation", "complaint-9", "Doe", day("2023-06-01"), Map.of("receivedOn", day("2023-06-01")));
        assertThat(last(number).computation().due()).isEqualTo("2023-09-09");
        appeals.today("2023-09-09");
        ledger.sweep(day("2023-09-09"));
        assertThat(ledger.followUp(day("2023-09-09"))).isZero();
        appeals.today("2023-09-10");
        ledger.sweep(day("2023-09-10"));
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            Future<Integer> one = nodes.submit(() -> ledger.followUp(day("2023-09-10")));
            Future<Integer> other = nodes.submit(() -> ledger.followUp(day("2023-09-10")));
            assertThat(one.get() + other.get()).isEqualTo(1);
        } finally {
            nodes.shutdownNow();
        }
        assertThat(ledger.followUp(day("2023-09-11"))).isZero();
        Task task = engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey("userTask_writeReasons")
                .processVariableValueEquals("missedCase", number)
                .singleResult();
        assertThat(task.getName()).isEqualTo("Write reasons to both parties");
        assertThat(engine.getRuntimeService().getVariable(task.getExecutionId(), "missedDueOn"))
                .isEqualTo("2023-09-09");
        String opened = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
        assertThat(cases.find(opened).orElseThrow().recordId()).isEqualTo("complaint-9");
        assertThat(journal.ofCase(number, 0, 100))
                .extracting(JournalEntry::what)
                .anyMatch(line -> line.startsWith("Case " + opened + " was opened, since clock T-100"));
    }

    @Test
    void aBreachThatIsTakenBackOpensNothing() {
        String number = cases.start(
                "investigation", "complaint-9", "Doe", day("2023-06-01"), Map.of("receivedOn", day("2023-06-01")));
        appeals.today("2023-09-10");
        ledger.sweep(day("2023-09-10"));
        ledger.extend(
                number, "T-100", day("2023-10-09"), new Cause("Good cause was shown in time.", "Order of 1 June"));
        assertThat(ledger.followUp(day("2023-09-10"))).isZero();
        assertThat(heardOf(number)).isZero();
        assertThat(last(number).state()).isEqualTo(State.RUNNING);
    }

    /** Copies a case's clock under other ids, which no step will ever settle. */
    private void copies(String number, int count) {
        String id = last(number).id();
        for (int i = 0; i < count; i++) {
            jdbc.sql("""
                            insert into muniflow.clock (id, case_number, clock_id, title, source, source_id, element_name,
                                trigger_on, due_on, computation, cites, escalation_group, state, keyed_late, started_at)
                            select ?, case_number, clock_id, title, source, ?, element_name, trigger_on, due_on, computation,
                                cites, escalation_group, state, keyed_late, started_at
                            from muniflow.clock where id = ?""")
                    .params("copy-%04d-%s".formatted(i, number), "copy-" + i, id)
                    .update();
        }
    }

    private long missedLines(String number) {
        return jdbc.sql("select count(*) from muniflow.journal where case_number = ? and what like '%was missed on%'")
                .param(number)
                .query(Long.class)
                .single();
    }

    private long heardOf(String number) {
        return ledger.escalated(DIRECTOR, 100_000).stream()
                .filter(entry -> entry.caseNumber().equals(number))
                .count();
    }

    private LedgerEntry last(String number) {
        List<LedgerEntry> entries = ledger.ofCase(number);
        return entries.get(entries.size() - 1);
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
