package org.muniflow.kernel.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.kernel.KernelCity;
import org.muniflow.kernel.StreetModule;
import org.muniflow.kernel.TestServer;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.Installed;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleListener;
import org.muniflow.kernel.spi.ModuleOnNode;
import org.muniflow.kernel.spi.ModuleRefused;
import org.muniflow.kernel.spi.ModuleState;
import org.muniflow.kernel.spi.ModuleState.State;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Two nodes of one city, in one JVM on one database. */
@Tag("engine")
class ClusterTest {

    private static final ModuleId ONE = new ModuleId("street-office", "1.0.0");
    private static final ModuleId TWO = new ModuleId("street-office", "2.0.0");

    @TempDir
    private Path folder;

    private final DataSource database = TestServer.database();
    private KernelCity first;
    private KernelCity second;

    @BeforeEach
    void boot() {
        first = KernelCity.on(database);
        first.operations().startAll();
    }

    @AfterEach
    void close() {
        if (second != null) {
            second.close();
        }
        first.close();
    }

    private void joined(Class<?>... more) {
        second = KernelCity.on(database, more);
        second.operations().startAll();
    }

    @Test
    void aFreshNodeStartsWithTheRightSetAndFetchesTheJars() {
        install(first, "1.0.0");
        install(first, "2.0.0");
        joined();
        assertThat(second.modules().find("street-office"))
                .hasValueSatisfying(module -> assertThat(module.id()).isEqualTo(TWO));
        assertThat(second.modules().find(ONE)).isPresent();
        assertThat(second.engine().getManagementService().getRegisteredDeployments())
                .isEqualTo(first.engine().getManagementService().getRegisteredDeployments());
        assertThat(second.modules().nodes())
                .extracting(ModuleOnNode::module, ModuleOnNode::state)
                .containsExactlyInAnyOrder(
                        tuple(ONE, State.DRAINING),
                        tuple(ONE, State.DRAINING),
                        tuple(TWO, State.ACTIVE),
                        tuple(TWO, State.ACTIVE));
    }

    @Test
    void whatOneNodeDoesTheOtherFollows() {
        joined();
        install(first, "1.0.0");
        soon(() -> assertThat(speaker(second)).isEqualTo("1.0.0"));

        install(second, "2.0.0");
        soon(() -> assertThat(speaker(first)).isEqualTo("2.0.0"));
        assertThat(first.modules().find(ONE)).isPresent();

        first.operations().activate(ONE, "ada");
        soon(() -> assertThat(speaker(second)).isEqualTo("1.0.0"));
        String deployment = first.modules().find(ONE).orElseThrow().deploymentId();
        soon(() -> assertThat(second.modules().find(ONE).orElseThrow().deploymentId())
                .isEqualTo(deployment));
        assertThat(second.engine().getManagementService().getRegisteredDeployments())
                .contains(deployment);

        second.operations().stop(ONE, "ada");
        soon(() -> assertThat(first.modules().find(ONE)).isEmpty());
        soon(() -> assertThat(speaker(first)).isEqualTo("2.0.0"));

        first.operations().start(ONE, "ada");
        soon(() -> assertThat(speaker(second)).isEqualTo("1.0.0"));

        second.operations().retire(TWO, "ada");
        soon(() -> assertThat(first.modules().find(TWO)).isEmpty());
        second.operations().uninstall(TWO, "ada");
        assertThat(first.modules().states()).extracting(ModuleState::id).containsExactly(ONE);
    }

    @Test
    void aPublicationOfOneNodeIsServedByTheOther() {
        joined();
        install(first, "1.0.0");
        soon(() -> assertThat(speaker(second)).isEqualTo("1.0.0"));
        String deployment =
                first.operations().publish("street-office", Map.of("survey.bpmn", StreetModule.renamedSurvey()), "ada");
        soon(() -> assertThat(second.engine().getManagementService().getRegisteredDeployments())
                .contains(deployment));
        assertThat(second.modules().find(ONE).orElseThrow().deploymentId()).isEqualTo(deployment);
    }

    @Test
    void oneOfTwoConflictingInstallsWins() throws Exception {
        joined();
        Path one = StreetModule.pack("1.0.0").into(folder);
        Path other =
                StreetModule.pack("1.0.0").file("letters/x.html", "<p>x</p>").into(folder);
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            Future<Installed> here = both.submit(() -> first.operations().install(one, "ada"));
            Future<Installed> there = both.submit(() -> second.operations().install(other, "bob"));
            long won = List.of(here, there).stream().filter(ClusterTest::done).count();
            assertThat(won).isEqualTo(1);
        } finally {
            both.shutdownNow();
        }
        assertThat(first.modules().states()).singleElement().satisfies(state -> assertThat(state.state())
                .isEqualTo(State.ACTIVE));
        assertThat(first.engine()
                        .getRepositoryService()
                        .createDeploymentQuery()
                        .deploymentName(ONE.toString())
                        .count())
                .isEqualTo(1);
    }

    private static boolean done(Future<Installed> install) {
        try {
            return install.get().module().state() == State.ACTIVE;
        } catch (Exception refused) {
            assertThat(refused)
                    .hasRootCauseInstanceOf(ModuleRefused.class)
                    .hasMessageContaining("already installed with other content");
            return false;
        }
    }

    @Test
    void twoVersionsInstalledAtOnceLeaveTheNewerActive() throws Exception {
        joined();
        Path one = StreetModule.pack("1.0.0").into(folder);
        Path two = StreetModule.pack("2.0.0").into(folder);
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            Future<Installed> here = both.submit(() -> first.operations().install(one, "ada"));
            Future<Installed> there = both.submit(() -> second.operations().install(two, "bob"));
            here.get();
            there.get();
        } finally {
            both.shutdownNow();
        }
        assertThat(first.modules().states())
                .filteredOn(state -> state.state() == State.ACTIVE)
                .extracting(ModuleState::id)
                .containsExactly(TWO);
        soon(() -> assertThat(speaker(first)).isEqualTo("2.0.0"));
        soon(() -> assertThat(speaker(second)).isEqualTo("2.0.0"));
    }

    @Test
    void whatFailsOnOneNodeAloneIsThatNodesFailure() {
        install(first, "1.0.0");
        joined(Unwilling.class);
        assertThat(second.modules().find(ONE)).isEmpty();
        assertThat(first.modules().states()).singleElement().satisfies(state -> assertThat(state.state())
                .isEqualTo(State.ACTIVE));
        assertThat(first.modules().nodes())
                .extracting(ModuleOnNode::state, ModuleOnNode::reason)
                .containsExactlyInAnyOrder(
                        tuple(State.ACTIVE, null), tuple(State.FAILED, "Not here (IllegalStateException)."));
        assertThat(first.runtime().startProcessInstanceByKey("street", "STR-1")).isNotNull();
    }

    @Test
    void aNodeThatEndsIsForgotten() {
        install(first, "1.0.0");
        joined();
        assertThat(first.modules().nodes()).hasSize(2);
        second.close();
        second = null;
        assertThat(first.modules().nodes()).hasSize(1);
    }

    @Test
    void anOperationWaitsForOneOnAnotherNodeAndSaysSoWhenItWaitsTooLong() throws Exception {
        install(first, "1.0.0");
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement
                    .executeQuery("select id from muniflow.module_lock for update")
                    .close();
            second = KernelCity.on(database, Impatient.class);
            assertThatThrownBy(() -> second.operations().stop(ONE, "ada"))
                    .isInstanceOf(ModuleRefused.class)
                    .hasMessageContaining("Another operation on modules is still running; try again when it is done.");
            connection.rollback();
        }
        assertThat(second.operations().stop(ONE, "ada").state()).isEqualTo(State.STOPPED);
    }

    private void install(KernelCity city, String version) {
        city.install(StreetModule.pack(version).into(folder));
    }

    private static String speaker(KernelCity city) {
        return city.modules().find("street-office").map(ActiveModule::version).orElse("none");
    }

    private static void soon(org.awaitility.core.ThrowingRunnable holds) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(holds);
    }

    @Configuration(proxyBeanMethods = false)
    static class Unwilling {

        @Bean
        ModuleListener unwilling() {
            return new ModuleListener() {
                @Override
                public void started(ActiveModule module) {
                    throw new IllegalStateException("Not here");
                }
            };
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Impatient {

        @Bean
        @Primary
        CityLock impatientLock(DataSource dataSource) {
            return new CityLock(dataSource, Duration.ZERO);
        }
    }
}
