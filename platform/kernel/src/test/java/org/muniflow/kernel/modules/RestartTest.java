package org.muniflow.kernel.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.kernel.KernelCity;
import org.muniflow.kernel.ModulePack;
import org.muniflow.kernel.PermitModule;
import org.muniflow.kernel.TestServer;
import org.muniflow.kernel.spi.ModuleRefused;
import org.muniflow.kernel.spi.ModuleState;
import org.muniflow.kernel.spi.ModuleState.State;

@Tag("engine")
class RestartTest {

    private final DataSource database = TestServer.database();

    @Test
    void aRestartStartsTheSameModulesAndDeploysNothing(@TempDir Path folder) {
        String deployment;
        String open;
        try (KernelCity city = KernelCity.on(database)) {
            deployment = city.install(PermitModule.pack().into(folder)).deploymentId();
            open = city.runtime()
                    .startProcessInstanceByKey("permit", "PRM-1", PermitModule.CASE)
                    .getId();
        }
        try (KernelCity city = KernelCity.on(database)) {
            assertThat(city.modules().active()).isEmpty();
            city.operations().startAll();
            assertThat(city.modules().find("permit-office"))
                    .hasValueSatisfying(
                            module -> assertThat(module.deploymentId()).isEqualTo(deployment));
            assertThat(city.engine()
                            .getRepositoryService()
                            .createDeploymentQuery()
                            .deploymentName("permit-office@1.0.0")
                            .count())
                    .isEqualTo(1);
            assertThat(city.engine().getManagementService().getRegisteredDeployments())
                    .contains(deployment)
                    .hasSizeGreaterThan(1);
            String task = city.engine()
                    .getTaskService()
                    .createTaskQuery()
                    .processInstanceId(open)
                    .singleResult()
                    .getId();
            city.engine().getTaskService().complete(task, Map.of("signed", true));
            city.runtime().startProcessInstanceByKey("permit", "PRM-2", PermitModule.CASE);
        }
    }

    @Test
    void aModuleThatFailsKeepsItsReasonAndDoesNotStopTheOthers(@TempDir Path folder) {
        ModulePack broken = PermitModule.pack()
                .manifest("Plugin-Id", "broken-office")
                .file("db/migration/V1__weighing.sql", "create nonsense;");
        try (KernelCity city = KernelCity.on(database)) {
            assertThatThrownBy(() -> city.install(broken.into(folder)))
                    .isInstanceOf(ModuleRefused.class)
                    .hasMessageContaining("V1__weighing.sql");
            city.install(PermitModule.pack().into(folder));
        }
        try (KernelCity city = KernelCity.on(database)) {
            city.operations().startAll();
            assertThat(city.modules().states())
                    .extracting(ModuleState::name, ModuleState::state)
                    .containsExactly(tuple("broken-office", State.FAILED), tuple("permit-office", State.ACTIVE));
            assertThat(city.modules().states().get(0).reason()).contains("V1__weighing.sql");

            Path corrected = broken.file(
                            "db/migration/V1__weighing.sql", "create table broken_office.weighing (id integer);")
                    .manifest("Provide-Process", "parking")
                    .java(PermitModule.MODULE
                            .replace("PermitsModule", "ParkingModule")
                            .replace("\"permit\"", "\"parking\""))
                    .manifest("Module-Class", "permits.ParkingModule")
                    .file("bpmn/parking.bpmn", PermitModule.BPMN.replace("id=\"permit\"", "id=\"parking\""))
                    .withoutFile("bpmn/permit.bpmn")
                    .into(folder);
            city.install(corrected);
            assertThat(city.modules().states().get(0).state()).isEqualTo(State.ACTIVE);
            assertThat(city.modules().states().get(0).reason()).isNull();
        }
    }

    @Test
    void anotherVersionRunsBesideAndTakesTheNewCases(@TempDir Path folder) {
        try (KernelCity city = KernelCity.fresh()) {
            city.install(PermitModule.pack().into(folder));
            String old = city.runtime()
                    .startProcessInstanceByKey("permit", "PRM-1", PermitModule.CASE)
                    .getId();
            ModulePack newer = PermitModule.pack().manifest("Plugin-Version", "1.1.0");
            assertThat(city.install(newer.into(folder)).version()).isEqualTo("1.1.0");
            assertThat(city.modules().active()).hasSize(1).allSatisfy(module -> assertThat(module.version())
                    .isEqualTo("1.1.0"));
            city.runtime().startProcessInstanceByKey("permit", "PRM-2", PermitModule.CASE);
            String task = city.engine()
                    .getTaskService()
                    .createTaskQuery()
                    .processInstanceId(old)
                    .singleResult()
                    .getId();
            city.engine().getTaskService().complete(task, Map.of("signed", true));
        }
    }

    @Test
    void aVersionIsNotReplacedByOtherContent(@TempDir Path folder) {
        try (KernelCity city = KernelCity.fresh()) {
            city.install(PermitModule.pack().into(folder));
            Path other = PermitModule.pack().file("letters/more.html", "<p>").into(folder);
            assertThatThrownBy(() -> city.install(other))
                    .isInstanceOf(ModuleRefused.class)
                    .hasMessageContaining("already installed with other content")
                    .hasMessageContaining("raise Plugin-Version");
            assertThat(city.modules().states()).hasSize(1);

            Path draft = PermitModule.pack()
                    .manifest("Plugin-Version", "2.0.0-SNAPSHOT")
                    .into(folder);
            Path changed = PermitModule.pack()
                    .manifest("Plugin-Version", "2.0.0-SNAPSHOT")
                    .file("letters/more.html", "<p>")
                    .into(folder);
            city.install(draft);
            assertThat(city.install(changed).resources("letters/"))
                    .isEqualTo(List.of("letters/more.html", "letters/permit.html"));
        }
    }
}
