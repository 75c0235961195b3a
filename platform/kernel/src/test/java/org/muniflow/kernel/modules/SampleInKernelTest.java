package org.muniflow.kernel.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.kernel.KernelCity;
import org.muniflow.kernel.ModulePack;
import org.muniflow.kernel.SampleServices;

/** The sample department runs in the bare kernel, so that the kernel's tests can use it. */
@Tag("engine")
class SampleInKernelTest {

    @TempDir
    private Path folder;

    @Test
    void aCaseOfTheSampleRunsToItsEnd() {
        try (KernelCity city = KernelCity.fresh(SampleServices.class)) {
            city.install(ModulePack.sample("1.0.0").into(folder));
            String instance = SampleServices.start(city, 3);
            runJobs(city, instance);
            String task = city.engine()
                    .getTaskService()
                    .createTaskQuery()
                    .singleResult()
                    .getId();

            city.engine().getTaskService().complete(task, Map.of("decision", "GRANT"));
            runJobs(city, instance);
            runJobs(city, instance);

            assertThat(city.history()
                            .createHistoricProcessInstanceQuery()
                            .processInstanceId(instance)
                            .singleResult()
                            .getEndActivityId())
                    .isEqualTo("endEvent_permitIssued");
            assertThat(city.jdbc()
                            .sql("select status from sample_permits.request")
                            .query(String.class)
                            .single())
                    .isEqualTo("ISSUED");
        }
    }

    @Test
    void bothVersionsOfTheSampleStart() {
        try (KernelCity city = KernelCity.fresh(SampleServices.class)) {
            city.install(ModulePack.sample("1.0.0").into(folder));
            city.install(ModulePack.sample("2.0.0").into(folder));

            assertThat(city.modules().find("sample-permits").orElseThrow().version())
                    .isEqualTo("2.0.0");
        }
    }

    private static void runJobs(KernelCity city, String instance) {
        var management = city.engine().getManagementService();
        management
                .createJobQuery()
                .processInstanceId(instance)
                .list()
                .forEach(job -> management.executeJob(job.getId()));
    }
}
