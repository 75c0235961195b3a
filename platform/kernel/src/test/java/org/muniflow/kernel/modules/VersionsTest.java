package org.muniflow.kernel.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.kernel.KernelCity;
import org.muniflow.kernel.StreetModule;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleOperations;
import org.muniflow.kernel.spi.ModuleState.State;

/** Two versions of a module beside each other. */
@Tag("engine")
class VersionsTest {

    private static final ModuleId ONE = new ModuleId("street-office", "1.0.0");
    private static final ModuleId TWO = new ModuleId("street-office", "2.0.0");

    @TempDir
    private Path folder;

    private KernelCity city;

    @BeforeEach
    void boot() {
        city = KernelCity.fresh();
    }

    @AfterEach
    void close() {
        city.close();
    }

    @Test
    void theVersionBeforeFinishesItsCasesOnItsOwnCodeAndModels() {
        install("1.0.0");
        String old = start("STR-1");
        run(old);
        install("2.0.0");
        assertThat(state(ONE)).isEqualTo(State.DRAINING);
        assertThat(state(TWO)).isEqualTo(State.ACTIVE);

        String young = start("STR-2");
        finish(old, "1.0.0");
        run(young);
        finish(young, "2.0.0");
    }

    @Test
    void anOlderVersionTakesTheNewCasesAgainAndTheNewerAgainAfterIt() {
        install("1.0.0");
        install("2.0.0");
        String second = start("STR-2");
        run(second);

        operations().activate(ONE, "ada");
        assertThat(List.of(state(ONE), state(TWO))).containsExactly(State.ACTIVE, State.DRAINING);
        assertThat(city.modules().find("street-office").orElseThrow().version()).isEqualTo("1.0.0");
        String third = start("STR-3");
        run(third);
        assertThat(stampedBy(third)).isEqualTo("1.0.0");
        assertThat(startedByMessage()).isEqualTo("1.0.0");
        assertThat(startTimers()).containsExactly("1.0.0");

        operations().activate(TWO, "ada");
        assertThat(List.of(state(ONE), state(TWO))).containsExactly(State.DRAINING, State.ACTIVE);
        String fourth = start("STR-4");
        run(fourth);
        assertThat(startedByMessage()).isEqualTo("2.0.0");
        assertThat(startTimers()).containsExactly("2.0.0");

        finish(third, "1.0.0");
        finish(second, "2.0.0");
        finish(fourth, "2.0.0");
    }

    @Test
    void aDrainedVersionTakesNoNewCaseUntilItIsActiveAgain() {
        install("1.0.0");
        String old = start("STR-1");
        run(old);
        operations().drain(ONE, "ada");
        assertThat(state(ONE)).isEqualTo(State.DRAINING);
        assertThatThrownBy(() -> start("STR-2")).hasMessageContaining("suspended");
        assertThatThrownBy(this::startedByMessage).hasMessageContaining("Cannot correlate message 'streetAsked'");
        assertThat(startTimerJobs()).allMatch(Job::isSuspended);
        finish(old, "1.0.0");

        operations().activate(ONE, "ada");
        assertThat(startTimerJobs()).hasSize(1).noneMatch(Job::isSuspended);
        assertThat(startedByMessage()).isEqualTo("1.0.0");
        assertThat(city.engine()
                        .getRepositoryService()
                        .createDeploymentQuery()
                        .deploymentName(ONE.toString())
                        .count())
                .as("nothing was deployed after it, so it is not deployed again")
                .isEqualTo(1);
    }

    private ModuleOperations operations() {
        return city.operations();
    }

    private void install(String version) {
        city.install(StreetModule.pack(version).into(folder));
    }

    private State state(ModuleId module) {
        return city.modules().states().stream()
                .filter(state -> state.id().equals(module))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private String start(String number) {
        return city.runtime().startProcessInstanceByKey("street", number).getId();
    }

    private String startedByMessage() {
        String id = city.runtime()
                .startProcessInstanceByMessage("streetAsked", "STR-9")
                .getId();
        run(id);
        return stampedBy(id);
    }

    /** Runs the jobs of a case and of those it calls, as the executor would. */
    private void run(String instance) {
        ManagementService management = city.engine().getManagementService();
        List<Job> jobs;
        do {
            jobs = management.createJobQuery().messages().active().list().stream()
                    .filter(job -> instance.equals(job.getRootProcessInstanceId()))
                    .toList();
            jobs.forEach(job -> management.executeJob(job.getId()));
        } while (!jobs.isEmpty());
    }

    private void finish(String instance, String version) {
        assertThat(stampedBy(instance)).isEqualTo(version);
        city.runtime().removeVariable(instance, "stampedBy");
        Task task = city.engine()
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult();
        city.engine().getTaskService().complete(task.getId());
        run(instance);
        assertThat(stampedBy(instance)).isEqualTo(version);
        assertThat(city.runtime().getVariable(instance, "surveyedBy")).isEqualTo(version);
        Job timer = city.engine()
                .getManagementService()
                .createJobQuery()
                .processInstanceId(instance)
                .timers()
                .singleResult();
        assertThat(timer.isSuspended()).isFalse();
        city.engine().getManagementService().executeJob(timer.getId());
        assertThat(city.runtime()
                        .createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .isZero();
    }

    private String stampedBy(String instance) {
        return String.valueOf(city.runtime().getVariable(instance, "stampedBy"));
    }

    private List<Job> startTimerJobs() {
        return city.engine().getManagementService().createJobQuery().timers().list().stream()
                .filter(job -> job.getProcessInstanceId() == null)
                .toList();
    }

    private List<String> startTimers() {
        return startTimerJobs().stream()
                .filter(job -> !job.isSuspended())
                .map(job -> city.engine()
                        .getRepositoryService()
                        .getProcessDefinition(job.getProcessDefinitionId())
                        .getVersionTag())
                .toList();
    }
}
