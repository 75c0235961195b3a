package org.muniflow.casework.ledger;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.muniflow.casework.cases.VersionCases;
import org.muniflow.kernel.engine.CityClock;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleNeed;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppealCases
class ClockNeedsTest {

    private static final ModuleId VERSION = ModuleId.parse("civil-rights@1.0.0");

    @Autowired
    ProcessEngine engine;

    @Autowired
    Cases cases;

    @Autowired
    CityClock clock;

    @Autowired
    ClockLedger ledger;

    @Autowired
    VersionCases versions;

    @Autowired
    JdbcClient jdbc;

    private Appeals appeals;
    private String deployment;

    @BeforeEach
    void deploy() {
        // Other tests of this database leave their clocks.
        jdbc.sql("update muniflow.clock set state = 'CANCELLED' where state = 'RUNNING'")
                .update();
        appeals = new Appeals(engine, cases, clock);
        appeals.deploy("2026-03-02");
        deployment = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("appeal")
                .latestVersion()
                .singleResult()
                .getDeploymentId();
    }

    @AfterEach
    void release() {
        clock.release();
    }

    @Test
    void clocksThatRunForItsCasesHoldAVersionAlsoWhenTheCaseHasEnded() {
        String open = appeals.filed("2026-02-27");
        String ended = appeals.forwarded("2026-02-27", "2026-03-02", "2026-03-20");
        cases.message("documentsReceived", ended, Map.of("documentsReceivedOn", LocalDate.of(2026, 3, 4)));
        appeals.complete(ended, Map.of());
        assertThat(needs(deployment)).singleElement().satisfies(need -> {
            assertThat(need.kind()).isEqualTo(ModuleNeed.Kind.CLOCKS);
            assertThat(need.kind().keepsFromRetiring()).isTrue();
            assertThat(need.examples()).containsExactly(open);
            assertThat(need.sentence())
                    .isEqualTo("1 clock of the law runs for its cases (" + open
                            + "); wait until the act is recorded or the last day has passed.");
        });
        ledger.start(ended, "C-105", LocalDate.of(2026, 3, 2));
        assertThat(needs(deployment)).singleElement().satisfies(need -> {
            assertThat(need.count()).isEqualTo(2);
            assertThat(need.examples()).containsExactly(open, ended);
            assertThat(need.sentence()).startsWith("2 clocks of the law run for its cases");
        });
        assertThat(needs("another-deployment")).isEmpty();

        ledger.met(ended, "C-105", LocalDate.of(2026, 3, 9));
        appeals.complete(open, Map.of("forwardedOn", "2026-03-02", "documentsDueOn", "2026-03-20"));
        engine.getRuntimeService()
                .deleteProcessInstance(
                        engine.getRuntimeService()
                                .createProcessInstanceQuery()
                                .processInstanceBusinessKey(open)
                                .singleResult()
                                .getId(),
                        "withdrawn");
        assertThat(needs(deployment)).isEmpty();
    }

    private List<ModuleNeed> needs(String deployment) {
        return new ClockNeeds(jdbc, versions).find(VERSION, List.of(deployment), false);
    }
}
