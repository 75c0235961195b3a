package org.muniflow.kernel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.kernel.KernelCity;
import org.muniflow.kernel.ModulePack;
import org.muniflow.kernel.TestServer;
import org.muniflow.kernel.TwoOffices;
import org.springframework.jdbc.core.simple.JdbcClient;

/** With a job executor that runs: a department whose steps are slow has its share of the threads and no more. */
@Tag("engine")
class SharedJobExecutorTest {

    private static final int SHARE = KernelCity.MOST_JOBS;
    private static final int MANY = 3 * SHARE;

    private static final String PROCESS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://muniflow.org/bpmn" id="d">
              <process id="permit" name="Permit" isExecutable="true" camunda:historyTimeToLive="P365D"
                  camunda:versionTag="1.0.0">
                <startEvent id="startEvent_asked" camunda:asyncBefore="true"/>
                <sequenceFlow id="f1" sourceRef="startEvent_asked" targetRef="userTask_decide"/>
                <userTask id="userTask_decide" name="Decide"/>
                <sequenceFlow id="f2" sourceRef="userTask_decide" targetRef="endEvent_done"/>
                <endEvent id="endEvent_done"/>
              </process>
            </definitions>
            """;

    @TempDir
    private Path folder;

    @Test
    void aSlowDepartmentLocksNoMoreThanItsShareAndTheOthersPass() throws Exception {
        DataSource database = TestServer.database();
        try (KernelCity city = KernelCity.working(database)) {
            city.install(TwoOffices.yard().into(folder));
            city.install(quick().into(folder));
            try (TwoOffices.Gate gate = new TwoOffices.Gate()) {
                for (int i = 0; i < MANY; i++) {
                    city.runtime().startProcessInstanceByKey("yard", "YRD-" + i);
                }
                gate.awaitEntered();
                await().until(() -> locked(database) == SHARE);

                for (int i = 0; i < MANY; i++) {
                    city.runtime().startProcessInstanceByKey("permit", "PRM-" + i);
                }
                await().until(() -> tasks(city, "permit") == MANY);
                assertThat(locked(database)).isEqualTo(SHARE);
                assertThat(tasks(city, "yard")).isZero();
                gate.open();
            }
            await().until(() -> tasks(city, "yard") == MANY);
        }
    }

    private static long tasks(KernelCity city, String process) {
        return city.engine()
                .getTaskService()
                .createTaskQuery()
                .processDefinitionKey(process)
                .count();
    }

    private static long locked(DataSource database) {
        return JdbcClient.create(database)
                .sql("select count(*) from ACT_RU_JOB where LOCK_OWNER_ is not null and PROCESS_DEF_KEY_ = 'yard'")
                .query(Long.class)
                .single();
    }

    private static ModulePack quick() {
        return ModulePack.named("permit-office", "1.0.0")
                .manifest("Provide-Process", "permit")
                .manifest("Module-Class", "permits.Office")
                .java("""
                        package permits;
                        import org.muniflow.api.module.*;
                        public final class Office implements DepartmentModule {
                            @Override public void declare(Declaration module) {
                                module.process(new ProcessDeclaration("permit", "PRM", "Permit", null, null));
                            }
                        }
                        """)
                .file("bpmn/permit.bpmn", PROCESS);
    }
}
