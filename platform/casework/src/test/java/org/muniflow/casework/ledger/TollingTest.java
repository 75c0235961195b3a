package org.muniflow.casework.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniflow.api.casework.Cases;
import org.muniflow.api.casework.Ledger.Cause;
import org.muniflow.api.page.Rejected;
import org.muniflow.casework.AppealCases;
import org.muniflow.casework.Appeals;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.casework.journal.JournalEntry;
import org.muniflow.casework.ledger.LedgerEntry.State;
import org.muniflow.casework.worklist.WorkItem;
import org.muniflow.casework.worklist.WorkList;
import org.muniflow.kernel.engine.CityClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@AppealCases
class TollingTest {

    private static final Cause STAY =
            new Cause("The court stayed the appeal.", "Order of the court of 2 November 2023");

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
    WorkList work;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    Appeals appeals;

    @BeforeEach
    void deploy() {
        appeals = new Appeals(engine, cases, clock);
        appeals.deploy("2023-11-01"); // Wednesday
    }

    @AfterEach
    void release() {
        clock.release();
    }

    @Test
    void daysOfAPauseDoNotCountAndTheTaskAndTheWorkListMoveWithTheClock() {
        String number = appeals.filed("2023-10-27"); // due Monday 13 November
        appeals.today("2023-11-08");
        ledger.pause(number, "C-106", day("2023-11-03"), STAY);
        LedgerEntry paused = only(number);
        assertThat(paused.state()).isEqualTo(State.PAUSED);
        assertThat(paused.pausedOn()).isEqualTo("2023-11-03");
        assertThat(appeals.task(number).getDueDate()).isNull();
        assertThat(item(number).dueAt()).isNull();
        assertThat(paused.why()).endsWith("No day counts until it runs on.");

        appeals.today("2023-11-14");
        ledger.sweep(day("2023-11-20"));
        assertThat(only(number).state()).isEqualTo(State.PAUSED);
        // Four days counted before the pause (30 October to 2 November); six more from 13 November.
        assertThat(ledger.resume(number, "C-106", day("2023-11-13"), STAY)).isEqualTo("2023-11-20");
        LedgerEntry running = only(number);
        assertThat(running.state()).isEqualTo(State.RUNNING);
        assertThat(running.first().due()).isEqualTo("2023-11-13");
        assertThat(running.computation().due()).isEqualTo("2023-11-20");
        assertThat(appeals.task(number).getDueDate()).isEqualTo("2023-11-21T05:59:59Z");
        assertThat(item(number).dueAt()).isEqualTo("2023-11-21T05:59:59Z");
        assertThat(running.changes())
                .extracting(ClockChange::kind, ClockChange::oldDue, ClockChange::newDue)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(ClockChange.Kind.PAUSED, day("2023-11-13"), null),
                        org.assertj.core.groups.Tuple.tuple(
                                ClockChange.Kind.RESUMED, day("2023-11-13"), day("2023-11-20")));
        assertThat(running.why())
                .contains("Paused from Friday, November 3, 2023 to Sunday, November 12, 2023, 10 calendar days that did"
                        + " not count: The court stayed the appeal (Order of the court of 2 November 2023).")
                .endsWith("The last day is therefore Monday, November 20, 2023.");
        assertThat(journal.ofCase(number, 0, 100))
                .extracting(JournalEntry::what)
                .anyMatch(line -> line.contains("is paused from Friday, November 3, 2023"))
                .anyMatch(line -> line.contains(
                        "the last day moves from Monday, November 13, 2023 to Monday, November 20, 2023"));
    }

    @Test
    void aTimerDoesNotFireWhileItsClockIsPausedAndFiresOnTheNewLastDay() {
        String number = appeals.forwarded("2023-10-27", "2023-11-06", "2023-12-15");
        appeals.today("2023-12-10");
        ledger.pause(number, "C-DOCUMENTS", day("2023-12-10"), STAY);
        appeals.today("2023-12-20");
        assertThat(appeals.fireTimer(number)).isFalse();
        assertThat(ledger.resume(number, "C-DOCUMENTS", day("2023-12-20"), STAY))
                .isEqualTo("2023-12-25");
        assertThat(timer(number).getDuedate()).isEqualTo("2023-12-26T05:59:59Z");
        appeals.today("2023-12-26");
        assertThat(appeals.fireTimer(number)).isTrue();
        assertThat(last(number).state()).isEqualTo(State.BREACHED);
        assertThatThrownBy(() -> ledger.extend(number, "C-DOCUMENTS", day("2024-02-01"), STAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no open clock C-DOCUMENTS");
    }

    @Test
    void anExtensionMovesTheTimerAndOnlyThatOfItsOwnCase() {
        String mine = appeals.forwarded("2023-10-27", "2023-11-06", "2023-12-15");
        String other = appeals.forwarded("2023-10-27", "2023-11-06", "2023-12-15");
        Date before = timer(other).getDuedate();
        ledger.extend(mine, "C-DOCUMENTS", day("2024-01-15"), STAY);
        assertThat(timer(mine).getDuedate()).isEqualTo("2024-01-16T05:59:59Z");
        assertThat(timer(other).getDuedate()).isEqualTo(before);
        assertThat(last(mine).why())
                .contains("Extended from Friday, December 15, 2023 to Monday, January 15, 2024: The court stayed");
        cases.message("documentsReceived", mine, Map.of("documentsReceivedOn", day("2024-01-10")));
        assertThat(last(mine).state()).isEqualTo(State.MET);
    }

    @Test
    void aBreachThatOnlyTheSweepHasSeenIsTakenBackByAPauseKeyedLate() {
        String number = appeals.filed("2023-10-27");
        appeals.today("2023-11-15");
        ledger.sweep(day("2023-11-15"));
        assertThat(only(number).state()).isEqualTo(State.BREACHED);
        ledger.pause(number, "C-106", day("2023-11-06"), STAY);
        assertThat(only(number).state()).isEqualTo(State.PAUSED);
        ledger.resume(number, "C-106", day("2023-11-15"), STAY);
        assertThat(only(number).state()).isEqualTo(State.RUNNING);
        assertThat(only(number).computation().due()).isEqualTo("2023-11-21");
    }

    @Test
    void anActDuringAPauseIsInTime() {
        String number = appeals.filed("2023-10-27");
        appeals.today("2023-11-08");
        ledger.pause(number, "C-106", day("2023-11-08"), STAY);
        appeals.today("2023-12-01");
        assertThat(ledger.timelyAct(number, "C-106", day("2023-11-30"))).isTrue();
        appeals.complete(number, Map.of("forwardedOn", "2023-11-30", "documentsDueOn", "2024-01-15"));
        assertThat(ledger.ofCase(number).get(0).state()).isEqualTo(State.MET);
    }

    @Test
    void whatCannotBeIsRefusedFieldByFieldAndChangesNothing() {
        String number = appeals.filed("2023-10-27");
        refused(() -> ledger.pause(number, "C-106", day("2023-11-02"), STAY), "on", "in the future");
        refused(() -> ledger.pause(number, "C-106", day("2023-10-20"), STAY), "on", "counts from Friday, October 27");
        refused(() -> ledger.pause(number, "C-106", day("2023-11-01"), new Cause(" ", "")), "reason", "Enter a reason");
        refused(
                () -> ledger.pause(number, "C-106", day("2023-11-01"), new Cause("x", "")),
                "cites",
                "section or order");
        refused(() -> ledger.extend(number, "C-106", day("2023-11-13"), STAY), "on", "after the present one");
        refused(() -> ledger.resume(number, "C-106", day("2023-11-01"), STAY), "", "not paused");
        ledger.pause(number, "C-106", day("2023-11-01"), STAY);
        refused(() -> ledger.pause(number, "C-106", day("2023-11-01"), STAY), "", "is paused");
        refused(() -> ledger.extend(number, "C-106", day("2023-12-13"), STAY), "", "is paused");
        refused(() -> ledger.resume(number, "C-106", day("2023-10-31"), STAY), "on", "take the pause back");
        ledger.resume(number, "C-106", day("2023-11-01"), STAY);
        assertThat(only(number).computation().due()).isEqualTo("2023-11-13");
        assertThat(only(number).why()).contains("A pause was taken back");
    }

    @Test
    void whenTheTransactionFailsNeitherTheLedgerNorTheTimerHasMoved() {
        String number = appeals.forwarded("2023-10-27", "2023-11-06", "2023-12-15");
        Date before = timer(number).getDuedate();
        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    ledger.extend(number, "C-DOCUMENTS", day("2024-01-15"), STAY);
                    throw new IllegalStateException("the step fails");
                }))
                .hasMessage("the step fails");
        assertThat(timer(number).getDuedate()).isEqualTo(before);
        assertThat(last(number).changes()).isEmpty();
        assertThat(last(number).computation().due()).isEqualTo("2023-12-15");
    }

    @Test
    void aTimerThatAThreadHasTakenIsNotMoved() {
        String number = appeals.forwarded("2023-10-27", "2023-11-06", "2023-12-15");
        appeals.today("2023-12-16");
        jdbc.sql("update ACT_RU_JOB set LOCK_OWNER_ = 'a thread', LOCK_EXP_TIME_ = ? where ID_ = ?")
                .params(
                        java.sql.Timestamp.from(clock.instant().plusSeconds(60)),
                        timer(number).getId())
                .update();
        refused(() -> ledger.extend(number, "C-DOCUMENTS", day("2024-01-15"), STAY), "", "at this very moment");
        assertThat(last(number).changes()).isEmpty();
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act, String field, String words) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Rejected.class, refusal -> assertThat(refusal.problems())
                .anySatisfy(problem -> {
                    assertThat(problem.field()).isEqualTo(field);
                    assertThat(problem.message()).contains(words);
                }));
    }

    private Job timer(String number) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .singleResult()
                        .getId())
                .timers()
                .singleResult();
    }

    private WorkItem item(String number) {
        return work.ofCase(number).get(0);
    }

    private LedgerEntry only(String number) {
        assertThat(ledger.ofCase(number)).hasSize(1);
        return last(number);
    }

    private LedgerEntry last(String number) {
        List<LedgerEntry> entries = ledger.ofCase(number);
        return entries.get(entries.size() - 1);
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
