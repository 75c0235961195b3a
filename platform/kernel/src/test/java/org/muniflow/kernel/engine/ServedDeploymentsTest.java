package org.muniflow.kernel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    void aModuleWithAllItsJobsTakenLeavesTheThreadsToTheOthers() {
        served.taken("1", "slow");
        assertThat(served.jobs()).containsExactlyInAnyOrder("slow", "slow-too", "quick");
        assertThat(served.room("slow-too")).isEqualTo(1);
        served.taken("2", "slow-too");
        assertThat(served.jobs()).containsExactly("quick");
        assertThat(served.room("slow")).isZero();
        served.done(List.of("1"));
        assertThat(served.jobs()).containsExactlyInAnyOrder("slow", "slow-too", "quick");
    }

    @Test
    void aJobThatIsHandedOverAgainCountsOnceAndSoDoesItsEnd() {
        served.taken("1", "slow");
        served.taken("1", "slow");
        assertThat(served.room("slow")).isEqualTo(1);
        served.done(List.of("1"));
        served.done(List.of("1"));
        assertThat(served.room("slow")).isEqualTo(2);
    }

    @Test
    void jobsOfOneCaseThatAreTakenTogetherMayExceedTheShare() {
        List.of("1", "2", "3").forEach(job -> served.taken(job, "slow"));
        assertThat(served.jobs()).containsExactly("quick");
        served.done(List.of("1"));
        assertThat(served.jobs()).containsExactly("quick");
        served.done(List.of("2", "3"));
        assertThat(served.jobs()).containsExactlyInAnyOrder("slow", "slow-too", "quick");
    }

    @Test
    void jobsOfNoModuleHaveNoShare() {
        List.of("1", "2", "3").forEach(job -> served.taken(job, job.equals("3") ? "unknown" : null));
        assertThat(served.room("unknown")).isEqualTo(Integer.MAX_VALUE);
        served.done(List.of("1", "2", "3"));
    }

    @Test
    void aShareOfNoJobsIsRefused() {
        assertThatThrownBy(() -> new ServedDeployments(0)).hasMessageContaining("muniflow.modules.most-jobs is 0");
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
        served.taken("1", "slow");
        served.taken("2", "slow");
        served.stopping(SLOW, true);
        served.done(List.of("1", "2"));
        assertThat(served.jobs()).containsExactly("quick");
        served.stopping(SLOW, false);
        assertThat(served.jobs()).containsExactlyInAnyOrder("slow", "slow-too", "quick");
    }

    @Test
    void aModuleThatGoesOnAfterAllWaitsForRoom() {
        served.taken("1", "slow");
        served.taken("2", "slow");
        served.stopping(SLOW, true);
        served.stopping(SLOW, false);
        assertThat(served.jobs()).containsExactly("quick");
        served.done(List.of("1"));
        assertThat(served.jobs()).containsExactlyInAnyOrder("slow", "slow-too", "quick");
    }

    private static org.camunda.bpm.application.ProcessApplicationReference application() {
        return new ModuleApplication("test", ServedDeploymentsTest.class.getClassLoader(), java.util.Map.of())
                .getReference();
    }
}
