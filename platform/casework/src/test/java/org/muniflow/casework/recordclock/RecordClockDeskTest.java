package org.muniflow.casework.recordclock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniflow.api.casework.Cases;
import org.muniflow.api.casework.RecordClocks;
import org.muniflow.api.casework.RecordClocks.RecordClock;
import org.muniflow.api.casework.RecordClocks.Start;
import org.muniflow.api.casework.RecordClocks.State;
import org.muniflow.casework.AppealCases;
import org.muniflow.casework.Appeals;
import org.muniflow.casework.cases.CaseFiles;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.casework.journal.JournalEntry;
import org.muniflow.kernel.engine.CityClock;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleNeed;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@AppealCases
class RecordClockDeskTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    Cases cases;

    @Autowired
    CaseFiles files;

    @Autowired
    CityClock clock;

    @Autowired
    RecordClockDesk desk;

    @Autowired
    RecordClockRows rows;

    @Autowired
    CaseJournal journal;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private final String record = "complaint-" + UUID.randomUUID();
    private RecordClocks clocks;

    @BeforeEach
    void deploy() {
        new Appeals(engine, cases, clock).deploy("2023-06-01");
        clocks = desk.forModule("trials");
    }

    @AfterEach
    void leave() {
        jdbc.sql("update muniflow.record_clock set state = 'CANCELLED' where state = 'WAITING'")
                .update();
        clock.release();
    }

    @Test
    void whenItsLastDayIsOverItOpensItsProcessOnceAlsoOnTwoNodes() throws Exception {
        assertThat(clocks.start(start("T-100", "2023-06-01", null)).due()).isEqualTo("2023-09-09");
        assertThat(desk.open(day("2023-09-09"))).isZero();
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            CountDownLatch begin = new CountDownLatch(1);
            List<Future<Integer>> opened = List.of(open(nodes, begin), open(nodes, begin));
            begin.countDown();
            assertThat(opened.get(0).get() + opened.get(1).get()).isEqualTo(1);
        } finally {
            nodes.shutdownNow();
        }
        assertThat(desk.open(day("2023-09-11"))).isZero();
        RecordClock opened = only();
        assertThat(opened.state()).isEqualTo(State.OPENED);
        assertThat(files.ofRecord(record)).singleElement().satisfies(file -> {
            assertThat(file.caseNumber()).isEqualTo(opened.openedCase());
            assertThat(file.processKey()).isEqualTo("reasons");
            assertThat(file.title()).isEqualTo("Doe");
        });
        assertThat(journal.ofRecord(record, 0, 100))
                .extracting(JournalEntry::what)
                .anyMatch(line -> line.contains("case " + opened.openedCase() + " was opened"));
    }

    @Test
    void aTimelyActKeyedInBeforeItOpensSettlesItAndALateOneDoesNot() {
        clocks.start(start("T-100", "2023-06-01", null));
        assertThat(clocks.satisfied(record, "T-100", day("2023-09-10"))).isFalse();
        assertThat(only().state()).isEqualTo(State.WAITING);
        assertThat(clocks.satisfied(record, "T-100", day("2023-09-09"))).isTrue();
        assertThat(only().actOn()).isEqualTo("2023-09-09");
        assertThat(desk.open(day("2023-12-01"))).isZero();
        assertThat(clocks.satisfied(record, "T-100", day("2023-09-09"))).isFalse();
        assertThat(files.ofRecord(record)).isEmpty();
    }

    @Test
    void aClockThatIsStartedAnewOrCancelledOpensNothing() {
        clocks.start(start("T-100", "2023-06-01", null));
        clocks.start(start("T-100", "2024-06-01", null));
        assertThat(clocks.ofRecord(record))
                .extracting(RecordClock::state)
                .containsExactlyInAnyOrder(State.CANCELLED, State.WAITING);
        assertThat(desk.open(day("2023-12-01"))).isZero();
        assertThat(clocks.cancel(record, "T-100", "the complaint was withdrawn"))
                .isTrue();
        assertThat(clocks.cancel(record, "T-100", "the complaint was withdrawn"))
                .isFalse();
        assertThat(desk.open(day("2025-12-01"))).isZero();
    }

    @Test
    void aProcessThatCannotBeOpenedNowIsTriedAgainAndNothingIsLost() {
        clocks.start(start("T-100", "2023-06-01", null));
        engine.getRepositoryService().suspendProcessDefinitionByKey("reasons");
        try {
            assertThat(desk.open(day("2023-12-01"))).isZero();
            assertThat(only().state()).isEqualTo(State.WAITING);
        } finally {
            engine.getRepositoryService().activateProcessDefinitionByKey("reasons");
        }
        assertThat(desk.open(day("2023-12-01"))).isEqualTo(1);
    }

    @Test
    void itIsStartedWithTheStepOrNotAtAll() {
        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    clocks.start(start("T-100", "2023-06-01", null));
                    throw new IllegalStateException("the step fails");
                }))
                .hasMessage("the step fails");
        assertThat(clocks.ofRecord(record)).isEmpty();
    }

    @Test
    void aDateThatAPersonSetIsKeptAndWhatCannotBeIsRefusedInWords() {
        Start set = start("C-113", "2023-06-01", day("2023-08-01"));
        assertThat(clocks.start(set).due()).isEqualTo("2023-08-01");
        assertThatThrownBy(() -> clocks.start(start("C-105", "2023-06-01", null)))
                .hasMessageContaining("counts business days");
        assertThatThrownBy(() -> clocks.start(start("C-113", "2023-06-01", null)))
                .hasMessageContaining("cannot be computed");
        assertThatThrownBy(() -> clocks.start(start("C-112", "2023-06-01", null)))
                .hasMessageContaining("looks back");
        assertThatThrownBy(() -> desk.forModule("civil-rights").start(set))
                .hasMessageContaining("no process of module");
    }

    @Test
    void theLastVersionOfAModuleIsNeededWhileAClockWaits() {
        clocks.start(start("T-100", "2023-06-01", null));
        RecordClockNeeds needs = new RecordClockNeeds(rows);
        ModuleId module = new ModuleId("trials", "1.0.0");
        assertThat(needs.find(module, List.of(), false)).isEmpty();
        assertThat(needs.find(module, List.of(), true)).singleElement().satisfies(need -> {
            assertThat(need.kind()).isEqualTo(ModuleNeed.Kind.RECORD_CLOCKS);
            assertThat(need.sentence()).startsWith("1 clock of a record will open a process of it");
        });
    }

    private Future<Integer> open(ExecutorService nodes, CountDownLatch begin) {
        return nodes.submit(() -> {
            begin.await();
            return desk.open(day("2023-09-10"));
        });
    }

    private Start start(String clockId, String trigger, @Nullable LocalDate setOn) {
        return new Start(record, "Doe", clockId, day(trigger), setOn, "reasons");
    }

    private RecordClock only() {
        assertThat(clocks.ofRecord(record)).hasSize(1);
        return clocks.ofRecord(record).get(0);
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
