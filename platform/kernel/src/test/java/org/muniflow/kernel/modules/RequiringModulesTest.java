package org.muniflow.kernel.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.kernel.FireModule;
import org.muniflow.kernel.KernelCity;
import org.muniflow.kernel.ModulePack;
import org.muniflow.kernel.StreetModule;
import org.muniflow.kernel.TestServer;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleNeed;
import org.muniflow.kernel.spi.ModuleNeed.Kind;
import org.muniflow.kernel.spi.ModuleRefused;
import org.muniflow.kernel.spi.ModuleState;
import org.muniflow.kernel.spi.ModuleState.State;

/** Modules that need each other's processes, rules and registers. */
@Tag("engine")
class RequiringModulesTest {

    private static final ModuleId STREET = new ModuleId("street-office", "1.0.0");
    private static final ModuleId FIRE = new ModuleId("fire-office", "1.0.0");

    @TempDir
    private Path folder;

    private final DataSource database = TestServer.database();
    private KernelCity city;

    @BeforeEach
    void boot() {
        city = KernelCity.on(database);
    }

    @AfterEach
    void close() {
        city.close();
    }

    @Test
    void aModuleWaitsForAllThatItRequiresAndStartsByItselfWithTheLastPiece() {
        ModuleState waits = install(FireModule.calling("1.0.0", "survey")
                .manifest("Require-Rule", "R-7")
                .manifest("Require-Register", "street-closings"));
        assertThat(waits.state()).isEqualTo(State.INSTALLED);
        assertThat(waits.reason())
                .isEqualTo("It requires process survey, which no installed module provides; install the one that does."
                        + " It requires rule R-7, which no running module offers; install or start the one that does."
                        + " It requires register street-closings, which no running module offers; install or start the"
                        + " one that does.");
        assertThat(city.modules().find(FIRE)).isEmpty();
        assertThatThrownBy(() -> city.operations().start(FIRE, "ada"))
                .isInstanceOf(ModuleRefused.class)
                .hasMessageContaining("It requires process survey")
                .hasMessageContaining("It requires rule R-7");
        assertThatThrownBy(() -> city.operations().activate(FIRE, "ada")).hasMessageContaining("It requires rule R-7");
        assertThat(state(FIRE).state()).isEqualTo(State.INSTALLED);

        install(StreetModule.pack("1.0.0"));
        assertThat(state(FIRE).state()).isEqualTo(State.ACTIVE);
        assertThat(state(FIRE).reason()).isNull();
        assertThat(city.modules().find(FIRE)).isPresent();
        assertThat(city.jdbc()
                        .sql("select changed_by, act, outcome from muniflow.module_change"
                                + " where name = 'fire-office' order by id desc")
                        .query((row, number) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                        .list())
                .first()
                .isEqualTo("ada start ACTIVE: what it waited for has come");
    }

    @Test
    void aProviderThatIsStoppedIsNamedWithWhatToDo() {
        install(StreetModule.pack("1.0.0"));
        city.operations().stop(STREET, "ada");
        assertThat(install(FireModule.calling("1.0.0", "survey")).reason())
                .isEqualTo("It requires process survey, but street-office 1.0.0, which provides it, is STOPPED; start"
                        + " it.");
        city.operations().start(STREET, "ada");
        assertThat(state(FIRE).state()).isEqualTo(State.ACTIVE);
    }

    @Test
    void aProcessThatBeginsWithoutAJobCannotBeRequired() {
        install(StreetModule.pack("1.0.0"));
        ModuleState waits = install(FireModule.calling("1.0.0", "plain"));
        assertThat(waits.reason()).contains("which no installed module provides");
        assertThat(install(StreetModule.withPlainProcess("2.0.0")).state()).isEqualTo(State.ACTIVE);
        assertThat(state(FIRE).reason())
                .isEqualTo("It requires process plain, which street-office 2.0.0 provides, but its start event is not"
                        + " asyncBefore, so that a call could not wait for it; publish the process with"
                        + " camunda:asyncBefore=\"true\" there.");
    }

    @Test
    void theLastProviderMayBeStoppedButNeitherDrainedNorRetired() {
        install(StreetModule.pack("1.0.0"));
        install(FireModule.calling("1.0.0", "survey"));
        assertThatThrownBy(() -> city.operations().drain(STREET, "ada"))
                .isInstanceOf(ModuleRefused.class)
                .hasMessageContaining("fire-office 1.0.0 requires process survey; only this version provides that.");
        assertThat(state(STREET).state()).isEqualTo(State.ACTIVE);
        assertThat(city.operations().needs(STREET)).extracting(ModuleNeed::kind).containsExactly(Kind.REQUIREMENTS);

        assertThat(city.operations().stop(STREET, "ada").state()).isEqualTo(State.STOPPED);
        assertThat(state(FIRE).state()).isEqualTo(State.ACTIVE);
        assertThatThrownBy(() -> city.operations().retire(STREET, "ada"))
                .hasMessageContaining("fire-office 1.0.0 requires process survey");
        assertThat(state(STREET).state()).isEqualTo(State.STOPPED);

        city.operations().drain(FIRE, "ada");
        city.operations().retire(FIRE, "ada");
        assertThat(city.operations().needs(STREET)).isEmpty();
        assertThat(city.operations().retire(STREET, "ada").state()).isEqualTo(State.RETIRED);
    }

    @Test
    void aNewVersionMustProvideWhatOthersRequire() {
        install(StreetModule.pack("1.0.0"));
        install(FireModule.alone("1.0.0").manifest("Require-Rule", "R-7"));
        ModulePack less = StreetModule.withoutRule("2.0.0");
        assertThatThrownBy(() -> install(less))
                .isInstanceOf(ModuleRefused.class)
                .hasMessageContaining("fire-office 1.0.0 requires rule R-7, which the version before provides and this"
                        + " one does not; provide it, or retire fire-office first.");
        assertThat(state(STREET).state()).isEqualTo(State.ACTIVE);
        assertThat(state(new ModuleId("street-office", "2.0.0")).state()).isEqualTo(State.FAILED);
        assertThat(city.modules().find("street-office").orElseThrow().id()).isEqualTo(STREET);
        assertThat(city.runtime().startProcessInstanceByKey("street", "STR-1")).isNotNull();
    }

    @Test
    void modulesThatRequireEachOtherFromTheBeginningWaitAndAreNamed() {
        install(FireModule.calling("1.0.0", "survey"));
        ModuleState waits = install(StreetModule.pack("1.0.0").manifest("Require-Process", "alarm"));
        assertThat(waits.reason())
                .isEqualTo("It requires process alarm, but fire-office 1.0.0, which provides it, lacks something"
                        + " itself; give it what it requires. They wait for each other in a circle: street-office 1.0.0"
                        + " requires fire-office 1.0.0 requires street-office 1.0.0; install a version of one of them"
                        + " first that requires less.");
        assertThat(state(FIRE).reason()).contains("They wait for each other in a circle");

        install(StreetModule.pack("0.9.0"));
        assertThat(state(FIRE).state()).isEqualTo(State.ACTIVE);
        assertThat(state(STREET).state()).isEqualTo(State.ACTIVE);
        assertThat(state(new ModuleId("street-office", "0.9.0")).state()).isEqualTo(State.DRAINING);
        restart();
        assertThat(city.modules().active()).hasSize(2);
    }

    @Test
    void aRestartStartsTheProviderFirstAndKeepsWhatWaits() {
        install(FireModule.calling("1.0.0", "survey"));
        restart();
        assertThat(state(FIRE).state()).isEqualTo(State.INSTALLED);
        install(StreetModule.pack("1.0.0"));
        restart();
        assertThat(city.modules().active()).hasSize(2);
        city.operations().stop(STREET, "ada");
        restart();
        assertThat(state(STREET).state()).isEqualTo(State.STOPPED);
        assertThat(state(FIRE).state())
                .as("what runs goes on while its provider is stopped; its calls wait")
                .isEqualTo(State.ACTIVE);
        assertThat(city.modules().find(FIRE)).isPresent();
    }

    private void restart() {
        city.close();
        city = KernelCity.on(database);
        city.operations().startAll();
    }

    private ModuleState install(ModulePack pack) {
        return city.operations().install(pack.into(folder), "ada").module();
    }

    private ModuleState state(ModuleId module) {
        return city.modules().states().stream()
                .filter(state -> state.id().equals(module))
                .findFirst()
                .orElseThrow();
    }
}
