package org.muniflow.kernel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniflow.kernel.spi.ModuleId;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class ServedDeploymentsTest {

    private static final ModuleId SLOW = new ModuleId("archive", "1.0.0");
    private static final ModuleId QUICK = new ModuleId("refunds", "1.0.0");

    private final ServedDeployments served = new ServedDeployments(2);
    private TransactionTemplate transaction = new TransactionTemplate();

    @BeforeEach
    void serve() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:served;DB_CLOSE_DELAY=-1");
        transaction = new TransactionTemplate(new DataSourceTransactionManager(h2));
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        served.serve(SLOW, application(), List.of("slow", "slow-too"));
        served.serve(QUICK, application(), List.of("quick"));
    }

    @Test
    void aModuleWithAllItsJobsRunningLeavesTheThreadsToTheOthers() {
        inJob("slow", () -> {
            assertThat(served.jobs()).containsExactlyInAnyOrder("slow", "slow-too", "quick");
            inJob("slow-too", () -> {
                assertThat(served.jobs()).containsExactly("quick");
                inJob("slow", () -> assertThat(served.jobs()).containsExactly("quick"));
                assertThat(served.jobs()).containsExactly("quick");
            });
            assertThat(served.jobs()).containsExactlyInAnyOrder("slow", "slow-too", "quick");
        });
    }

    @Test
    void peopleAtWorkDoNotHoldUpTheirModulesJobs() {
        transaction.executeWithoutResult(one -> {
            served.enter("slow", false);
            transaction.executeWithoutResult(two -> {
                served.enter("slow", false);
                assertThat(served.acts(SLOW)).isEqualTo(2);
                assertThat(served.jobs()).contains("slow", "slow-too");
            });
        });
        assertThat(served.acts(SLOW)).isZero();
    }

    @Test
    void aModuleThatStopsWhileAllItsJobsRunIsNotTakenUpAgain() {
        inJob("slow", () -> inJob("slow", () -> served.stopping(SLOW, true)));
        assertThat(served.jobs()).containsExactly("quick");
        served.stopping(SLOW, false);
        assertThat(served.jobs()).containsExactlyInAnyOrder("slow", "slow-too", "quick");
    }

    private void inJob(String deployment, Runnable work) {
        transaction.executeWithoutResult(status -> {
            assertThat(served.enter(deployment, true)).isTrue();
            work.run();
        });
    }

    private static org.camunda.bpm.application.ProcessApplicationReference application() {
        return new ModuleApplication("test", ServedDeploymentsTest.class.getClassLoader(), java.util.Map.of())
                .getReference();
    }
}
