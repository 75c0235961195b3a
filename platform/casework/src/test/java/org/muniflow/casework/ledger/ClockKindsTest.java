package org.muniflow.casework.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniflow.api.casework.Cases;
import org.muniflow.api.casework.Ledger.Cause;
import org.muniflow.api.page.Rejected;
import org.muniflow.casework.AppealCases;
import org.muniflow.casework.Appeals;
import org.muniflow.casework.ledger.LedgerEntry.State;
import org.muniflow.kernel.engine.CityClock;
import org.springframework.beans.factory.annotation.Autowired;

@AppealCases
class ClockKindsTest {

    private static final Cause CAUSE = new Cause("Good cause was shown.", "Order of the director");

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
        appeals.deploy("2026-06-01");
    }

    @AfterEach
    void release() {
        clock.release();
    }

    @Test
    void aBarCountsFromTheLaterOfTheDatesThatAreKnown() {
        assertThat(clock("T-BAR", barred("2026-03-02", "")).computation().due()).isEqualTo("2027-03-02");
        assertThat(clock("T-BAR", barred("2026-03-02", "2026-05-20"))
                        .computation()
                        .due())
                .isEqualTo("2027-05-20");
        assertThat(clock("T-BAR", barred("2026-05-21", "2026-05-20"))
                        .computation()
                        .trigger())
                .isEqualTo("2026-05-21");
    }

    @Test
    void whatHangsOnTheLaterOfTwoDatesMovesWithIt() {
        String number = barred("2026-03-02", "2026-05-20");
        assertThat(appeals.task(number).getDueDate()).isEqualTo("2027-05-21T04:59:59Z");
        ledger.extend(number, "T-BAR", day("2027-06-30"), CAUSE);
        assertThat(appeals.task(number).getDueDate()).isEqualTo("2027-07-01T04:59:59Z");
    }

    @Test
    void aWindowIsOpenUntilItsStepIsLeftAndNoSweepMissesIt() {
        String number = barred("2026-03-02", "");
        LedgerEntry window = clock("T-WINDOW", number);
        assertThat(window.state()).isEqualTo(State.RUNNING);
        assertThat(window.lastDay()).isNull();
        assertThat(window.why()).startsWith("Open from Monday, March 2, 2026 until the case leaves this step");
        ledger.sweep(day("2300-01-01"));
        assertThat(clock("T-WINDOW", number).state()).isEqualTo(State.RUNNING);
        assertThatThrownBy(() -> ledger.pause(number, "T-WINDOW", day("2026-06-01"), CAUSE))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("no day of it can be moved");
        cases.message("applicationWithdrawn", number, Map.of("withdrawnOn", day("2026-05-30")));
        assertThat(clock("T-WINDOW", number).state()).isEqualTo(State.MET);
        assertThat(clock("T-WINDOW", number).actOn()).isEqualTo("2026-05-30");
    }

    @Test
    void aWindowClosesWhenTheCaseGoesOnAndAnEarlierActWasInTime() {
        String number = barred("2026-03-02", "");
        appeals.complete(number, Map.of());
        assertThat(clock("T-WINDOW", number).state()).isEqualTo(State.CANCELLED);
        assertThat(ledger.timelyAct(number, "T-WINDOW", day("2026-06-01"))).isTrue();
        assertThat(ledger.timelyAct(number, "T-WINDOW", day("2026-06-02"))).isFalse();
        assertThat(ledger.timelyAct(number, "T-WINDOW", day("2026-03-01"))).isFalse();
    }

    private String barred(String deniedOn, String appealDecidedOn) {
        return cases.start(
                "bar",
                "application-3",
                "Prairie Paving LLC",
                day("2026-03-02"),
                Map.of("deniedOn", deniedOn, "appealDecidedOn", appealDecidedOn));
    }

    private LedgerEntry clock(String clockId, String number) {
        return ledger.ofCase(number).stream()
                .filter(entry -> entry.computation().clockId().equals(clockId))
                .findFirst()
                .orElseThrow();
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
