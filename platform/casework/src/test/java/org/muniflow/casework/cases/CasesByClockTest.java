package org.muniflow.casework.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniflow.api.casework.Cases;
import org.muniflow.casework.AppealCases;
import org.muniflow.casework.Appeals;
import org.muniflow.casework.cases.CasesByClock.Due;
import org.muniflow.kernel.engine.CityClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases found by their clocks, page by page. */
@AppealCases
class CasesByClockTest {

    private static final List<String> PROCESSES = List.of("appeal", "no-such-process");

    @Autowired
    DataSource database;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Cases cases;

    @Autowired
    CasesByClock byClock;

    @Autowired
    CityClock clock;

    Appeals appeals;

    @BeforeEach
    void deploy() {
        appeals = new Appeals(engine, cases, clock);
        appeals.deploy("2026-03-02"); // Monday
        JdbcClient.create(database).sql("delete from muniflow.clock").update();
    }

    @AfterEach
    void release() {
        clock.release();
    }

    @Test
    void pagesFollowEachOtherInTheOrderOfTheLastDayAndMissNothing() {
        List<String> filed = new ArrayList<>();
        for (String day : List.of("2026-02-27", "2026-02-26", "2026-02-25", "2026-02-24", "2026-02-23")) {
            filed.add(0, appeals.filed(day));
        }
        List<String> found = new ArrayList<>();
        @Nullable String after = null;
        do {
            CasesByClock.Page page = byClock.page(new CaseFiles.Wanted(PROCESSES, "OPEN", null), Due.MONTH, after, 2);
            page.found().forEach(one -> found.add(one.file().caseNumber()));
            after = page.next();
        } while (after != null);
        assertThat(found).containsExactlyElementsOf(filed);
    }

    @Test
    void missedAndDueSoonAreToldApartAndOtherProcessesAreLeftOut() {
        String number = appeals.filed("2026-02-27");
        assertThat(found(PROCESSES, Due.MONTH, "prairie")).containsExactly(number);
        assertThat(found(PROCESSES, Due.MONTH, "needle")).isEmpty();
        assertThat(found(PROCESSES, Due.MISSED, null)).isEmpty();
        assertThat(found(List.of("no-such-process"), Due.MONTH, null)).isEmpty();
        assertThat(found(List.of(), Due.MONTH, null)).isEmpty();

        JdbcClient.create(database)
                .sql("update muniflow.clock set state = 'BREACHED', due_on = ?")
                .param(LocalDate.of(2026, 2, 28))
                .update();
        assertThat(found(PROCESSES, Due.MISSED, number)).containsExactly(number);
        assertThat(found(PROCESSES, Due.MONTH, null)).isEmpty();
    }

    private List<String> found(List<String> processes, Due due, @Nullable String text) {
        return byClock.page(new CaseFiles.Wanted(processes, null, text), due, null, 25).found().stream()
                .map(one -> one.file().caseNumber())
                .toList();
    }
}
