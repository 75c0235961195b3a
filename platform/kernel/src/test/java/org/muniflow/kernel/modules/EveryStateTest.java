package org.muniflow.kernel.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.kernel.KernelCity;
import org.muniflow.kernel.ModulePack;
import org.muniflow.kernel.PermitModule;
import org.muniflow.kernel.TestServer;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleOperations;
import org.muniflow.kernel.spi.ModuleRefused;
import org.muniflow.kernel.spi.ModuleState;
import org.muniflow.kernel.spi.ModuleState.State;

/** Every state of a module outlives the server, in a file of H2 and on PostgreSQL, and is left again as it would have been. */
@Tag("engine")
class EveryStateTest {

    @Test
    void everyStateSurvivesARestart(@TempDir Path folder) {
        DataSource database = database(folder);
        List<Map<String, Object>> before;
        long deployments;
        try (KernelCity city = KernelCity.on(database)) {
            bring(city, folder);
            before = rows(city);
            deployments = deployments(city);
        }
        assertThat(before)
                .extracting(row ->
                        row.get("name") + " " + row.get("version") + " " + row.get("state") + " " + row.get("resumes"))
                .containsExactly(
                        "active-office 1.0.0 ACTIVE null",
                        "draining-office 1.0.0 DRAINING null",
                        "draining-office 2.0.0 ACTIVE null",
                        "failed-office 1.0.0 FAILED null",
                        "paused-office 1.0.0 STOPPED DRAINING",
                        "paused-office 2.0.0 ACTIVE null",
                        "retired-office 1.0.0 RETIRED null",
                        "stopped-office 1.0.0 STOPPED ACTIVE",
                        "waiting-office 1.0.0 INSTALLED null");
        // Twice: what a restart does must not differ from what the next one finds.
        try (KernelCity city = KernelCity.on(database)) {
            city.operations().startAll();
        }
        try (KernelCity city = KernelCity.on(database)) {
            city.operations().startAll();
            assertThat(rows(city)).isEqualTo(before);
            assertThat(deployments(city)).isEqualTo(deployments);
            for (ModuleState state : city.modules().states()) {
                assertThat(city.modules().find(state.id()).isPresent())
                        .as(state.id().toString())
                        .isEqualTo(state.state().runs());
            }
            goOn(city);
        }
    }

    private static void bring(KernelCity city, Path folder) {
        ModuleOperations operations = city.operations();
        operations.startAll();
        city.install(office("active", "1.0.0").into(folder));
        begin(city, "active");
        city.install(office("draining", "1.0.0").into(folder));
        begin(city, "draining");
        city.install(office("draining", "2.0.0").into(folder));
        city.install(office("paused", "1.0.0").into(folder));
        begin(city, "paused");
        city.install(office("paused", "2.0.0").into(folder));
        operations.stop(new ModuleId("paused-office", "1.0.0"), "admin");
        city.install(office("stopped", "1.0.0").into(folder));
        begin(city, "stopped");
        operations.stop(new ModuleId("stopped-office", "1.0.0"), "admin");
        ModuleId retired = city.install(office("retired", "1.0.0").into(folder)).id();
        operations.drain(retired, "admin");
        operations.retire(retired, "admin");
        Path failing = office("failed", "1.0.0")
                .file("db/migration/V1__weighing.sql", "create nonsense;")
                .into(folder);
        assertThatThrownBy(() -> operations.install(failing, "admin")).isInstanceOf(ModuleRefused.class);
        operations.install(
                office("waiting", "1.0.0")
                        .manifest("Require-Process", "nowhere")
                        .into(folder),
                "admin");
    }

    private static void goOn(KernelCity city) {
        ModuleOperations operations = city.operations();
        complete(city, "active");
        complete(city, "draining");
        assertThatThrownBy(() -> complete(city, "stopped")).hasStackTraceContaining("stopped-office 1.0.0 is stopped");
        assertThatThrownBy(() -> complete(city, "paused")).hasStackTraceContaining("paused-office 1.0.0 is stopped");
        assertThat(operations
                        .start(new ModuleId("stopped-office", "1.0.0"), "admin")
                        .state())
                .isEqualTo(State.ACTIVE);
        assertThat(operations
                        .start(new ModuleId("paused-office", "1.0.0"), "admin")
                        .state())
                .isEqualTo(State.DRAINING);
        complete(city, "stopped");
        complete(city, "paused");
        assertThat(operations
                        .activate(new ModuleId("retired-office", "1.0.0"), "admin")
                        .state())
                .isEqualTo(State.ACTIVE);
        begin(city, "retired");
        begin(city, "stopped");
    }

    private static void begin(KernelCity city, String process) {
        city.runtime()
                .startProcessInstanceByKey(
                        process, process.toUpperCase(java.util.Locale.ROOT) + "-1", PermitModule.CASE);
    }

    private static void complete(KernelCity city, String process) {
        String task = city.engine()
                .getTaskService()
                .createTaskQuery()
                .processDefinitionKey(process)
                .singleResult()
                .getId();
        city.engine().getTaskService().complete(task, Map.of("signed", true));
    }

    private static long deployments(KernelCity city) {
        return city.engine().getRepositoryService().createDeploymentQuery().count();
    }

    private static List<Map<String, Object>> rows(KernelCity city) {
        return city.jdbc()
                .sql(
                        "select name, version, state, resumes, reason, sha256, installed_by, changed_by from muniflow.module"
                                + " order by name, version")
                .query((row, number) -> {
                    Map<String, Object> values = new HashMap<>();
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        values.put(
                                row.getMetaData().getColumnLabel(column).toLowerCase(java.util.Locale.ROOT),
                                row.getString(column));
                    }
                    return values;
                })
                .list();
    }

    private static ModulePack office(String process, String version) {
        return ModulePack.named(process + "-office", version)
                .manifest("Provide-Process", process)
                .manifest("Module-Class", "permits.PermitsModule")
                .java(PermitModule.MODULE.replace("\"permit\"", "\"" + process + "\""))
                .java(PermitModule.DELEGATE.replace("permit_office", process + "_office"))
                .java(PermitModule.GUARD)
                .file("bpmn/" + process + ".bpmn", PermitModule.BPMN.replace("id=\"permit\"", "id=\"" + process + "\""))
                .file(
                        "db/migration/V1__weighing.sql",
                        "create table " + process + "_office.weighing (case_number varchar(40) not null);");
    }

    private static DataSource database(Path folder) {
        DataSource given = TestServer.database();
        if (given instanceof JdbcDataSource) {
            JdbcDataSource file = new JdbcDataSource();
            file.setURL("jdbc:h2:file:" + folder.resolve("city") + ";DB_CLOSE_ON_EXIT=FALSE");
            file.setUser("muniflow");
            return file;
        }
        return given;
    }
}
