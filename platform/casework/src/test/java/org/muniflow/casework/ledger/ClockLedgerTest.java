package org.muniflow.casework.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniflow.api.casework.Cases;
import org.muniflow.casework.AppealCases;
import org.muniflow.casework.Appeals;
import org.muniflow.casework.ledger.LedgerEntry.State;
import org.muniflow.kernel.engine.CityClock;
import org.muniflow.kernel.spi.StepRefused;
import org.springframework.beans.factory.annotation.Autowired;

@AppealCases
class ClockLedgerTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    Cases cases;

    @Autowired
    CityClock clock;

    @Autowired
    ClockLedger ledger;

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
    void aTaskStartsItsClockFromTheDateOfReceiptAndNotFromToday() {
        String number = appeals.filed("2023-10-27"); // Friday
        LedgerEntry entry = only(number);
        assertThat(entry.state()).isEqualTo(State.RUNNING);
        assertThat(entry.computation().trigger()).isEqualTo("2023-10-27");
        assertThat(entry.computation().due()).isEqualTo("2023-11-13"); // Monday, V-034
        assertThat(entry.escalationGroup()).isEqualTo("creo-director");
        assertThat(entry.why())
                .isEqualTo("10 business days from Friday, October 27, 2023, the next business day being day one, end on"
                        + " Monday, November 13, 2023, which is included. Not counted: weekends and Veterans Day"
                        + " (observed) (Friday, November 10, 2023). KCMO Code § 3-461(s)(3)(b).");
        assertThat(appeals.task(number).getDueDate()).isEqualTo("2023-11-14T05:59:59Z");
    }

    @Test
    void theDateOfTheActDecidesAndNotTheClick() {
        String inTime = appeals.filed("2023-10-27");
        String late = appeals.filed("2023-10-27");
        appeals.today("2023-11-20");
        appeals.complete(inTime, Map.of("forwardedOn", "2023-11-13", "documentsDueOn", "2023-12-15"));
        appeals.complete(late, Map.of("forwardedOn", "2023-11-14", "documentsDueOn", "2023-12-15"));
        assertThat(first(inTime).state()).isEqualTo(State.MET);
        assertThat(first(inTime).actOn()).isEqualTo("2023-11-13");
        assertThat(first(late).state()).isEqualTo(State.MET_LATE);
    }

    @Test
    void aTaskWithoutTheDateOfItsActIsRefused() {
        String number = appeals.filed("2023-10-27");
        assertThatThrownBy(() -> appeals.complete(number, Map.of("documentsDueOn", "2023-12-15")))
                .satisfies(refusal -> assertThat(StepRefused.in(refusal)).isPresent())
                .hasMessageContaining("enter forwardedOn");
        assertThat(only(number).state()).isEqualTo(State.RUNNING);
    }

    @Test
    void deletionCancels() {
        String number = appeals.filed("2023-10-27");
        engine.getRuntimeService().deleteProcessInstance(appeals.task(number).getProcessInstanceId(), "filed twice");
        assertThat(only(number).state()).isEqualTo(State.CANCELLED);
        assertThat(cases.find(number).orElseThrow().state()).isEqualTo("ENDED");
    }

    @Test
    void documentsReceivedInTimeMeetTheDateThatAPersonSet() {
        String number = appeals.forwarded("2023-10-27", "2023-11-06", "2023-12-15");
        LedgerEntry running = last(number);
        assertThat(running.computation().kind()).isEqualTo("PERSON_SET");
        assertThat(running.computation().due()).isEqualTo("2023-12-15");
        assertThat(cases.message("documentsReceived", number, Map.of("documentsReceivedOn", day("2023-12-14"))))
                .isTrue();
        assertThat(last(number).state()).isEqualTo(State.MET);
        assertThat(last(number).actOn()).isEqualTo("2023-12-14");
    }

    @Test
    void aFiredTimerBreachesAndATimelyActKeyedLateMendsIt() {
        String number = appeals.forwarded("2023-10-27", "2023-11-06", "2023-12-15");
        assertThat(appeals.fireTimer(number)).isFalse();
        appeals.today("2023-12-16");
        assertThat(appeals.fireTimer(number)).isTrue();
        assertThat(last(number).state()).isEqualTo(State.BREACHED);
        assertThat(appeals.task(number).getTaskDefinitionKey()).isEqualTo("userTask_dismiss");

        assertThat(ledger.timelyAct(number, "C-DOCUMENTS", day("2023-12-16"))).isFalse();
        assertThat(last(number).state()).isEqualTo(State.BREACHED);
        assertThat(ledger.timelyAct(number, "C-DOCUMENTS", day("2023-12-15"))).isTrue();
        assertThat(last(number).state()).isEqualTo(State.MET);
        assertThat(last(number).keyedLate()).isTrue();

        cases.reopen(number, "userTask_decide", "timely documents keyed late", Map.of());
        assertThat(appeals.task(number).getTaskDefinitionKey()).isEqualTo("userTask_decide");
    }

    @Test
    void theReceiptOfANoticeStartsAClockOnceAndACorrectionReplacesIt() {
        String number = appeals.filed("2023-10-27");
        ledger.start(number, "C-105", day("2024-05-20"));
        ledger.start(number, "C-105", day("2024-05-21"));
        List<LedgerEntry> receipts = ledger.ofCase(number).stream()
                .filter(entry -> entry.computation().clockId().equals("C-105"))
                .toList();
        assertThat(receipts).extracting(LedgerEntry::state).containsExactlyInAnyOrder(State.CANCELLED, State.RUNNING);
        ledger.met(number, "C-105", day("2024-06-21"));
        assertThat(ledger.ofCase(number)).extracting(LedgerEntry::state).contains(State.MET_LATE);
        assertThatThrownBy(() -> ledger.start(number, "C-123", day("2024-05-20")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be computed");
    }

    @Test
    void theSweepMarksWhatRanOutAndALateKeyedActStillCounts() {
        String number = appeals.filed("2023-10-27");
        assertThat(ledger.sweep(day("2023-11-13"))).isZero();
        assertThat(ledger.sweep(day("2023-11-14"))).isPositive();
        assertThat(only(number).state()).isEqualTo(State.BREACHED);
        appeals.complete(number, Map.of("forwardedOn", "2023-11-10", "documentsDueOn", "2023-12-15"));
        assertThat(first(number).state()).isEqualTo(State.MET);
        assertThat(first(number).keyedLate()).isTrue();
    }

    private LedgerEntry only(String number) {
        assertThat(ledger.ofCase(number)).hasSize(1);
        return first(number);
    }

    private LedgerEntry first(String number) {
        return ledger.ofCase(number).get(0);
    }

    private LedgerEntry last(String number) {
        List<LedgerEntry> entries = ledger.ofCase(number);
        return entries.get(entries.size() - 1);
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
