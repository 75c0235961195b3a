package org.muniflow.casework.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.muniflow.api.casework.Cases;
import org.muniflow.casework.AppealCases;
import org.muniflow.casework.Appeals;
import org.muniflow.kernel.engine.CityClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppealCases
class ReadingCasesTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    Cases cases;

    @Autowired
    CityClock clock;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void release() {
        clock.release();
    }

    @Test
    void aReadingMatteredWhereItsClockRanAndOnlyCasesThatMayBeReadAreShown() {
        Appeals appeals = new Appeals(engine, cases, clock);
        appeals.deploy("2026-03-02"); // Monday
        String number = appeals.filed("2026-02-27");
        ReadingCases mattered = new ReadingCases(jdbc);
        assertThat(mattered.of(reading("C-106"), List.of("appeal", "certification"), 200))
                .contains(new ReadingCases.Mattered(number, "C-106"));
        assertThat(mattered.of(reading("C-106"), List.of("certification"), 10)).isEmpty();
        assertThat(mattered.of(reading("C-106"), List.of(), 10)).isEmpty();
        assertThat(mattered.of(reading("C-123"), List.of("appeal"), 10)).isEmpty();
    }

    private static Reading reading(String clock) {
        return new Reading("A-01", "t", "q", "r", "KCMO Code § 3-461", null, List.of(), List.of(clock), List.of());
    }
}
