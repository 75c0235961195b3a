package org.muniflow.kernel.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.kernel.KernelCity;
import org.muniflow.kernel.ModulePack;
import org.muniflow.kernel.StreetModule;
import org.muniflow.kernel.TestServer;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.Installed;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleListener;
import org.muniflow.kernel.spi.ModuleOperations;
import org.muniflow.kernel.spi.ModuleRefused;
import org.muniflow.kernel.spi.ModuleState;
import org.muniflow.kernel.spi.ModuleState.State;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What may be done with a version in which state, and what becomes of it. */
@Tag("engine")
class StatesTest {

    private static final ModuleId ONE = new ModuleId("street-office", "1.0.0");
    private static final ModuleId TWO = new ModuleId("street-office", "2.0.0");

    @TempDir
    private Path folder;

    private final DataSource database = TestServer.database();
    private KernelCity city;

    @BeforeEach
    void boot() {
        Doorkeeper.refusesStarted = "";
        Doorkeeper.refusesToSpeak = "";
        city = KernelCity.on(database, Doorkeeper.class);
    }

    @AfterEach
    void close() {
        city.close();
    }

    @Test
    void anOperationInTheWrongStateIsRefusedInWordsAndChangesNothing() {
        refused(() -> operations().stop(ONE, "ada"), "No version of it is installed; install its jar first.");
        install("1.0.0");
        refused(() -> operations().stop(TWO, "ada"), "This version is not installed; installed are 1.0.0.");
        refused(() -> operations().needs(TWO), "This version is not installed; installed are 1.0.0.");
        refused(
                () -> operations().start(ONE, "ada"),
                "It is ACTIVE; only a version that is INSTALLED or RESOLVED or STOPPED or FAILED can be started.");
        refused(() -> operations().activate(ONE, "ada"), "It is ACTIVE; only a version that is INSTALLED or DRAINING");
        refused(() -> operations().retire(ONE, "ada"), "It is ACTIVE; only a version that is DRAINING or STOPPED");
        refused(() -> operations().uninstall(ONE, "ada"), "It is ACTIVE; only a version that is INSTALLED or RETIRED");

        operations().drain(ONE, "ada");
        refused(() -> operations().drain(ONE, "ada"), "It is DRAINING; only a version that is ACTIVE can be drained.");
        refused(() -> operations().start(ONE, "ada"), "It is DRAINING; only");
        refused(() -> operations().uninstall(ONE, "ada"), "It is DRAINING; only");
        refused(
                () -> operations().publish("street-office", java.util.Map.of(), "ada"),
                "No version of it is ACTIVE; activate one, or start it, to publish for it.");

        operations().stop(ONE, "ada");
        refused(() -> operations().stop(ONE, "ada"), "It is STOPPED; only a version that is ACTIVE or DRAINING");
        refused(() -> operations().drain(ONE, "ada"), "It is STOPPED; only");
        refused(() -> operations().uninstall(ONE, "ada"), "It is STOPPED; only");

        operations().retire(ONE, "ada");
        refused(() -> operations().stop(ONE, "ada"), "It is RETIRED; only");
        refused(() -> operations().start(ONE, "ada"), "It is RETIRED; only");
        refused(() -> operations().retire(ONE, "ada"), "It is RETIRED; only");
    }

    private void refused(ThrowingCallable operation, String words) {
        List<ModuleState> before = city.modules().states();
        assertThatThrownBy(operation).isInstanceOf(ModuleRefused.class).hasMessageContaining(words);
        assertThat(city.modules().states()).isEqualTo(before);
    }

    @Test
    void aRestartKeepsEachState() {
        install("1.0.0");
        String old = start("STR-1");
        install("2.0.0");
        install("3.0.0");
        operations().stop(TWO, "ada");
        restart();
        assertThat(states()).containsExactly(State.DRAINING, State.STOPPED, State.ACTIVE);
        assertThat(city.modules().find(ONE)).isPresent();
        assertThat(city.modules().find(TWO)).isEmpty();
        assertThat(speaker()).isEqualTo("3.0.0");
        assertThat(city.runtime().getVariables(old)).isNotNull();

        operations().retire(TWO, "ada");
        operations().stop(new ModuleId("street-office", "3.0.0"), "ada");
        restart();
        assertThat(states()).containsExactly(State.DRAINING, State.RETIRED, State.STOPPED);
        assertThat(speaker()).isEqualTo("1.0.0");
        operations().start(new ModuleId("street-office", "3.0.0"), "ada");
        assertThat(states()).containsExactly(State.DRAINING, State.RETIRED, State.ACTIVE);
        assertThat(city.jdbc()
                        .sql("select changed_by from muniflow.module where version = '1.0.0'")
                        .query(String.class)
                        .single())
                .as("a restart is nobody's change")
                .isEqualTo("admin");
    }

    @Test
    void aStoppedVersionReturnsToWhatItWasUnlessAnotherHasTakenItsPlace() {
        install("1.0.0");
        operations().stop(ONE, "ada");
        assertThat(operations().start(ONE, "ada").state()).isEqualTo(State.ACTIVE);
        operations().stop(ONE, "ada");
        install("2.0.0");
        assertThat(states()).containsExactly(State.STOPPED, State.ACTIVE);
        assertThat(operations().start(ONE, "ada").state()).isEqualTo(State.DRAINING);
        assertThat(speaker()).isEqualTo("2.0.0");
        operations().stop(ONE, "ada");
        assertThat(operations().start(ONE, "ada").state()).isEqualTo(State.DRAINING);
        operations().stop(ONE, "ada");
        assertThat(operations().activate(ONE, "ada").state()).isEqualTo(State.ACTIVE);
        assertThat(states()).containsExactly(State.ACTIVE, State.DRAINING);
    }

    @Test
    void aVersionWhoseStartFailsLeavesTheOneBeforeAsItWas() {
        install("1.0.0");
        String old = start("STR-1");
        for (Runnable trouble : List.<Runnable>of(
                () -> Doorkeeper.refusesStarted = "2.0.0", () -> Doorkeeper.refusesToSpeak = "2.0.0")) {
            trouble.run();
            assertThatThrownBy(() -> install("2.0.0"))
                    .isInstanceOf(ModuleRefused.class)
                    .hasMessageContaining("Not today");
            assertThat(states()).containsExactly(State.ACTIVE, State.FAILED);
            assertThat(reason(TWO)).contains("Not today");
            assertThat(speaker()).isEqualTo("1.0.0");
            assertThat(city.modules().find(TWO)).isEmpty();
            assertThat(Doorkeeper.spoke).isEqualTo("1.0.0");
            assertThat(deployments(TWO)).isZero();
            assertThat(newestTag()).isEqualTo("1.0.0");
            assertThat(city.runtime().startProcessInstanceByMessage("streetAsked", "STR-2"))
                    .isNotNull();
            assertThat(city.engine()
                            .getManagementService()
                            .createJobQuery()
                            .timers()
                            .active()
                            .list())
                    .singleElement()
                    .satisfies(timer ->
                            assertThat(tag(timer.getProcessDefinitionId())).isEqualTo("1.0.0"));
            assertThat(start("STR-3")).isNotNull();
        }
        Doorkeeper.refusesStarted = "";
        Doorkeeper.refusesToSpeak = "";
        assertThat(operations().start(TWO, "ada").state()).isEqualTo(State.ACTIVE);
        assertThat(states()).containsExactly(State.DRAINING, State.ACTIVE);
        assertThat(reason(TWO)).isNull();
        assertThat(city.runtime().getVariables(old)).isNotNull();
    }

    @Test
    void anActivationThatFailsLeavesBothVersionsAsTheyWere() {
        install("1.0.0");
        install("2.0.0");
        var registered = city.engine().getManagementService().getRegisteredDeployments();
        Doorkeeper.refusesToSpeak = "1.0.0";
        assertThatThrownBy(() -> operations().activate(ONE, "ada")).hasMessageContaining("Not today");
        assertThat(states()).containsExactly(State.DRAINING, State.ACTIVE);
        assertThat(speaker()).isEqualTo("2.0.0");
        assertThat(Doorkeeper.spoke).isEqualTo("2.0.0");
        assertThat(newestTag()).isEqualTo("2.0.0");
        assertThat(deployments(ONE)).isEqualTo(1);
        assertThat(city.engine().getManagementService().getRegisteredDeployments())
                .isEqualTo(registered);

        operations().retire(ONE, "ada");
        assertThatThrownBy(() -> operations().activate(ONE, "ada")).hasMessageContaining("Not today");
        assertThat(states()).containsExactly(State.RETIRED, State.ACTIVE);
        Doorkeeper.refusesToSpeak = "";
        assertThat(operations().activate(ONE, "ada").state()).isEqualTo(State.ACTIVE);
        assertThat(newestTag()).isEqualTo("1.0.0");
    }

    @Test
    void anOlderVersionThatIsInstalledLaterTakesNoCasesUntilItIsActivated() {
        install("2.0.0");
        ModuleState stored = operations()
                .install(StreetModule.pack("1.0.0").into(folder), "ada")
                .module();
        assertThat(stored.state()).isEqualTo(State.INSTALLED);
        assertThat(stored.reason())
                .isEqualTo("Version 2.0.0, which is newer, is ACTIVE; activate this one to let it take the new cases"
                        + " instead.");
        refused(() -> operations().start(ONE, "ada"), "Version 2.0.0, which is newer, is ACTIVE");
        operations().drain(TWO, "ada");
        operations().retire(TWO, "ada");
        assertThat(states())
                .as("an older version never takes over by itself")
                .containsExactly(State.INSTALLED, State.RETIRED);
        assertThat(operations().activate(ONE, "ada").state()).isEqualTo(State.ACTIVE);
        assertThat(newestTag()).isEqualTo("1.0.0");
    }

    @Test
    void theSameJarAgainNeitherStartsNorActivatesAnything() {
        install("1.0.0");
        operations().stop(ONE, "ada");
        assertThat(again()).isEqualTo(State.STOPPED);
        operations().start(ONE, "ada");
        operations().drain(ONE, "ada");
        assertThat(again()).isEqualTo(State.DRAINING);
        operations().retire(ONE, "ada");
        assertThat(again()).isEqualTo(State.RETIRED);
    }

    private State again() {
        Installed again = operations().install(StreetModule.pack("1.0.0").into(folder), "launcher");
        assertThat(again.already()).isTrue();
        return again.module().state();
    }

    @Test
    void modelsThatWereDeployedBeforeTheBookOfDeploymentsAreTakenUp() {
        install("1.0.0");
        String deployment = city.modules().find(ONE).orElseThrow().deploymentId();
        city.jdbc().sql("delete from muniflow.module_deployment").update();
        restart();
        assertThat(city.modules().find(ONE).orElseThrow().deploymentId()).isEqualTo(deployment);
        assertThat(deployments(ONE)).isEqualTo(1);
        install("2.0.0");
        operations().activate(ONE, "ada");
        assertThat(newestTag()).isEqualTo("1.0.0");
    }

    @Test
    void aVersionThatFailsAtBootKeepsItsCasesAndIsTriedAgainAtTheNext() {
        install("1.0.0");
        String open = start("STR-1");
        Doorkeeper.refusesStarted = "1.0.0";
        restart();
        assertThat(states()).containsExactly(State.FAILED);
        assertThat(reason(ONE)).contains("Not today");
        assertThat(city.modules().active()).isEmpty();
        Doorkeeper.refusesStarted = "";
        restart();
        assertThat(states()).containsExactly(State.ACTIVE);
        assertThat(reason(ONE)).isNull();
        assertThat(city.runtime()
                        .createProcessInstanceQuery()
                        .processInstanceId(open)
                        .count())
                .isEqualTo(1);
        assertThat(deployments(ONE)).isEqualTo(1);
    }

    @Test
    void aFailedVersionMayBeReplacedByItsCorrectedJarAsLongAsItHasNoCases() {
        Doorkeeper.refusesStarted = "1.0.0";
        assertThatThrownBy(() -> install("1.0.0")).hasMessageContaining("Not today");
        Doorkeeper.refusesStarted = "";
        ModulePack corrected = StreetModule.pack("1.0.0").file("letters/corrected.html", "<p>Corrected</p>");
        assertThat(operations().install(corrected.into(folder), "ada").module().state())
                .isEqualTo(State.ACTIVE);
        refused(() -> install("1.0.0"), "already installed with other content");
    }

    @Test
    void theSameJarInstalledByTwoAtOnceIsDeployedOnce() throws Exception {
        Path jar = StreetModule.pack("1.0.0").into(folder);
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            Callable<State> install =
                    () -> operations().install(jar, "ada").module().state();
            for (Future<State> done : both.invokeAll(List.of(install, install))) {
                assertThat(done.get()).isEqualTo(State.ACTIVE);
            }
        } finally {
            both.shutdownNow();
        }
        assertThat(deployments(ONE)).isEqualTo(1);
    }

    @Test
    void whatWasDoneIsWrittenDownWithWhoAndWithWhatResult() {
        install("1.0.0");
        operations().stop(ONE, "bob");
        assertThatThrownBy(() -> operations().drain(ONE, "eve")).isInstanceOf(ModuleRefused.class);
        operations().retire(ONE, "bob");
        operations().uninstall(ONE, "bob");
        assertThat(city.jdbc()
                        .sql("select changed_by, act, outcome, at from muniflow.module_change order by id")
                        .query((row, number) -> {
                            assertThat(row.getTimestamp(4)).isNotNull();
                            return row.getString(1) + " " + row.getString(2) + " " + row.getString(3);
                        })
                        .list())
                .containsExactly(
                        "admin install ACTIVE",
                        "bob stop STOPPED",
                        "eve drain refused: It is STOPPED; only a version that is ACTIVE can be drained.",
                        "bob retire RETIRED",
                        "bob uninstall removed");
    }

    @Test
    void aVersionThatMakesWayForAnotherIsWrittenDownToo() {
        install("1.0.0");
        install("2.0.0");
        operations().activate(ONE, "bob");
        operations().stop(ONE, "bob");
        operations().activate(TWO, "eve");
        assertThat(city.jdbc()
                        .sql("select changed_by, version, act, outcome from muniflow.module_change order by id")
                        .query((row, number) -> String.join(
                                " ", row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                        .list())
                .containsExactly(
                        "admin 1.0.0 install ACTIVE",
                        "admin 1.0.0 drain DRAINING: 2.0.0 takes the new cases",
                        "admin 2.0.0 install ACTIVE",
                        "bob 2.0.0 drain DRAINING: 1.0.0 takes the new cases",
                        "bob 1.0.0 activate ACTIVE",
                        "bob 1.0.0 stop STOPPED",
                        "eve 1.0.0 drain STOPPED: 2.0.0 takes the new cases, also when this one is started again",
                        "eve 2.0.0 activate ACTIVE");
    }

    @Test
    void aVersionThatDidNotHaveToMakeWayIsNotWrittenDownToHave() {
        install("1.0.0");
        Doorkeeper.refusesStarted = "2.0.0";
        assertThatThrownBy(() -> install("2.0.0")).hasMessageContaining("Not today");
        assertThat(city.jdbc()
                        .sql("select act from muniflow.module_change where version = '1.0.0'")
                        .query(String.class)
                        .list())
                .containsExactly("install");
    }

    @Test
    void anUninstalledVersionIsGoneWithItsJarAndModelsButNotItsSchema() {
        city.install(StreetModule.pack("1.0.0")
                .file("db/migration/V1__street.sql", "create table street_office.street (name varchar(40));")
                .into(folder));
        operations().drain(ONE, "ada");
        operations().retire(ONE, "ada");
        operations().uninstall(ONE, "ada");
        assertThat(city.modules().states()).isEmpty();
        for (String table : List.of("module_part", "module_deployment", "module_node")) {
            assertThat(city.jdbc()
                            .sql("select count(*) from muniflow." + table)
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThat(deployments(ONE)).isZero();
        assertThat(city.jdbc()
                        .sql("select count(*) from street_office.street")
                        .query(Integer.class)
                        .single())
                .isZero();
        city.install(StreetModule.pack("1.0.0")
                .file("db/migration/V1__street.sql", "create table street_office.street (name varchar(40));")
                .into(folder));
        assertThat(states()).containsExactly(State.ACTIVE);
        assertThat(start("STR-1")).isNotNull();
    }

    private ModuleOperations operations() {
        return city.operations();
    }

    private void install(String version) {
        city.install(StreetModule.pack(version).into(folder));
    }

    private void restart() {
        city.close();
        city = KernelCity.on(database, Doorkeeper.class);
        city.operations().startAll();
    }

    private String start(String number) {
        return city.runtime().startProcessInstanceByKey("street", number).getId();
    }

    private List<State> states() {
        return city.modules().states().stream().map(ModuleState::state).toList();
    }

    private String reason(ModuleId module) {
        return city.modules().states().stream()
                .filter(state -> state.id().equals(module))
                .findFirst()
                .orElseThrow()
                .reason();
    }

    private String speaker() {
        return city.modules().find("street-office").map(ActiveModule::version).orElse("none");
    }

    private long deployments(ModuleId module) {
        return city.engine()
                .getRepositoryService()
                .createDeploymentQuery()
                .deploymentName(module.toString())
                .count();
    }

    private String newestTag() {
        return city.engine()
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("street")
                .latestVersion()
                .active()
                .singleResult()
                .getVersionTag();
    }

    private String tag(String definition) {
        return city.engine()
                .getRepositoryService()
                .getProcessDefinition(definition)
                .getVersionTag();
    }

    /** A part of the platform that cannot take up some versions. */
    @Configuration(proxyBeanMethods = false)
    static class Doorkeeper {

        private static volatile String refusesStarted = "";
        private static volatile String refusesToSpeak = "";
        private static volatile String spoke = "";

        @Bean
        ModuleListener doorkeeper() {
            return new ModuleListener() {
                @Override
                public void started(ActiveModule module) {
                    if (module.version().equals(refusesStarted)) {
                        throw new IllegalStateException("Not today");
                    }
                }

                @Override
                public void speaks(ActiveModule module) {
                    if (module.version().equals(refusesToSpeak)) {
                        throw new IllegalStateException("Not today");
                    }
                    spoke = module.version();
                }
            };
        }
    }
}
