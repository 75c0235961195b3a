package org.muniflow.kernel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.kernel.KernelCity;
import org.muniflow.kernel.TestServer;
import org.muniflow.kernel.TwoOffices;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleRefused;
import org.muniflow.kernel.spi.ModuleState.State;

/** With a job executor that runs: what belongs to a stopped module waits, and goes on when the module runs again. */
@Tag("engine")
class StoppedMeansWaitingTest {

    private static final ModuleId YARD = new ModuleId("yard-office", "1.0.0");
    private static final ModuleId DESK = new ModuleId("desk-office", "1.0.0");

    /** Ten looks of the job executor. */
    private static final Duration A_WHILE = Duration.ofSeconds(1);

    @TempDir
    private static Path folder;

    private static KernelCity city;

    @BeforeAll
    static void boot() {
        city = KernelCity.working(TestServer.database());
        city.install(TwoOffices.yard().into(folder));
        city.install(TwoOffices.desk().into(folder));
    }

    @AfterAll
    static void close() {
        city.close();
    }

    @AfterEach
    void asBefore() {
        city.modules().states().stream()
                .filter(module -> module.state() == State.STOPPED)
                .forEach(module -> city.operations().start(module.id(), "ada"));
        city.runtime()
                .createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(open -> city.runtime().deleteProcessInstance(open.getId(), "The test is over."));
    }

    @Test
    void aJobOfAStoppedModuleKeepsItsRetriesAndRunsAfterTheRestart() {
        city.operations().stop(YARD, "ada");
        start("yard", "YRD-11");
        waits("YRD-11");

        city.operations().start(YARD, "ada");
        assertThat(city.awaitTask("YRD-11").getName()).isEqualTo("Sign");
    }

    @Test
    void aJobThatIsMadeToRunByHandInAStoppedModuleIsRefusedInWordsAndLosesNothing() {
        city.operations().stop(YARD, "ada");
        start("yard", "YRD-21");

        refused(
                () -> city.engine()
                        .getManagementService()
                        .executeJob(job("YRD-21").getId()),
                "try again");
        waits("YRD-21");
        city.operations().start(YARD, "ada");
        assertThat(city.awaitTask("YRD-21").getName()).isEqualTo("Sign");
    }

    @Test
    void aJobThatRunsWhenItsModuleIsStoppedIsFinishedBeforeTheContextCloses() throws Exception {
        try (TwoOffices.Gate gate = new TwoOffices.Gate()) {
            start("yard", "YRD-31");
            gate.awaitEntered();
            CompletableFuture<State> stopped = CompletableFuture.supplyAsync(
                    () -> city.operations().stop(YARD, "ada").state());
            await().until(() -> !city.engine()
                    .getManagementService()
                    .getRegisteredDeployments()
                    .contains(city.modules().find(YARD).orElseThrow().deploymentId()));
            assertThat(stopped).isNotDone();
            gate.open();
            assertThat(stopped.get(20, TimeUnit.SECONDS)).isEqualTo(State.STOPPED);
        }
        // The class that the delegate loads last was still there.
        assertThat(city.awaitTask("YRD-31").getName()).isEqualTo("Sign");
        assertThat(failures("YRD-31")).isZero();
    }

    @Test
    void aModuleWhoseJobDoesNotEndGoesOnAndTheStopTellsWhatRuns() throws Exception {
        try (TwoOffices.Gate gate = new TwoOffices.Gate()) {
            start("yard", "YRD-41");
            gate.awaitEntered();
            assertThatThrownBy(() -> city.operations().stop(YARD, "ada"))
                    .isInstanceOf(ModuleRefused.class)
                    .hasMessageContaining("yard-office@1.0.0")
                    .hasMessageContaining("within 2 seconds")
                    .hasMessageContaining("Case YRD-41 of process yard is at step startEvent_called.");
            gate.open();
        }
        assertThat(city.awaitTask("YRD-41").getName()).isEqualTo("Sign");
        start("yard", "YRD-42");
        assertThat(city.awaitTask("YRD-42").getName()).isEqualTo("Sign");
    }

    @Test
    void aTaskOfAStoppedModuleCanBeReadClaimedAndCommentedButNotCompleted() {
        start("yard", "YRD-51");
        Task task = city.awaitTask("YRD-51");
        city.operations().stop(YARD, "ada");
        TaskService tasks = city.engine().getTaskService();

        tasks.claim(task.getId(), "grace");
        tasks.createComment(task.getId(), task.getProcessInstanceId(), "Looked at it.");
        tasks.setVariable(task.getId(), "seen", true);
        assertThat(tasks.createTaskQuery().taskAssignee("grace").singleResult().getName())
                .isEqualTo("Sign");

        refused(() -> tasks.complete(task.getId()), "complete the task");
        refused(() -> city.engine().getFormService().submitTaskForm(task.getId(), Map.of()), "complete the task");
        assertThat(city.awaitTask("YRD-51").getAssignee()).isEqualTo("grace");

        city.operations().start(YARD, "ada");
        tasks.complete(task.getId());
        city.awaitEnd("YRD-51");
    }

    @Test
    void aCaseOfAStoppedModuleIsNeitherBegunNorReachedByAMessage() {
        start("desk", "DSK-61");
        city.engine().getTaskService().complete(city.awaitTask("DSK-61").getId());
        await().until(() ->
                city.runtime().createEventSubscriptionQuery().eventName("hurry").count() == 1);
        city.operations().stop(DESK, "ada");

        refused(() -> start("desk", "DSK-62"), "start the case");
        assertThat(city.runtime()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey("DSK-62")
                        .count())
                .isZero();
        refused(() -> city.runtime().correlateMessage("hurry"), "try again");

        city.operations().start(DESK, "ada");
        city.runtime().correlateMessage("hurry");
        city.awaitEnd("DSK-61");
    }

    @Test
    void aCaseOfAStoppedModuleMayBeCancelled() {
        start("yard", "YRD-71");
        Task task = city.awaitTask("YRD-71");
        city.operations().stop(YARD, "ada");
        city.runtime().deleteProcessInstance(task.getProcessInstanceId(), "Applied twice.");
        city.awaitEnd("YRD-71");
    }

    @Test
    void aCallWaitsWhileTheCalledModuleIsStopped() {
        city.operations().stop(YARD, "ada");
        start("desk", "DSK-81");
        waits("DSK-81");

        city.operations().start(YARD, "ada");
        assertThat(city.awaitTask("DSK-81").getName()).isEqualTo("Sign");
    }

    @Test
    void aCalledCaseEndsWhileTheCallingModuleIsStoppedWhichGoesOnLater() {
        start("desk", "DSK-91");
        Task task = city.awaitTask("DSK-91");
        city.operations().stop(DESK, "ada");
        city.engine().getTaskService().complete(task.getId());
        await().until(() -> city.runtime()
                        .createProcessInstanceQuery()
                        .processDefinitionKey("yard")
                        .count()
                == 0);
        waits("DSK-91");

        city.operations().start(DESK, "ada");
        await().until(() ->
                city.runtime().createEventSubscriptionQuery().eventName("hurry").count() == 1);
    }

    @Test
    void anErrorForAStoppedCallerRestsWithItsRetriesAndReachesItLater() {
        city.runtime().startProcessInstanceByKey("desk", "DSK-101", Map.of("spoiled", true));
        Task task = city.awaitTask("DSK-101");
        city.operations().stop(DESK, "ada");
        city.engine().getTaskService().complete(task.getId());
        await().until(() -> failures("DSK-101") > 0);
        waits("DSK-101", 5);
        assertThat(failures("DSK-101")).as("it rests between its tries").isEqualTo(1);

        city.operations().start(DESK, "ada");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> city.awaitEnd("DSK-101"));
    }

    @Test
    void everyOtherFailureCostsWhatTheModelSays() {
        start("yard", "YRD-121");
        city.engine().getTaskService().complete(city.awaitTask("YRD-121").getId(), Map.of("spoiled", "a little"));
        await().until(() -> failures("YRD-121") == 1);
        Job job = job("YRD-121");
        assertThat(job.getRetries()).isEqualTo(4);
        assertThat(job.getExceptionMessage()).contains("spoiled");
        assertThat(job.getDuedate()).isAfter(job.getCreateTime());
    }

    @Test
    void whatIsDoneByHandWhenItsModuleIsStoppedIsFinishedTooAndNothingNewIsBegun() throws Exception {
        try (KernelCity byHand = KernelCity.fresh()) {
            String deployment = byHand.install(TwoOffices.yard().into(folder)).deploymentId();
            var management = byHand.engine().getManagementService();
            byHand.runtime().startProcessInstanceByKey("yard", "YRD-131");
            management.executeJob(management.createJobQuery().singleResult().getId());
            Task task = byHand.engine().getTaskService().createTaskQuery().singleResult();
            byHand.runtime().startProcessInstanceByKey("yard", "YRD-132");
            String job = management.createJobQuery().singleResult().getId();

            try (TwoOffices.Gate gate = new TwoOffices.Gate()) {
                // Done on a person's thread, it holds no lock in the table of jobs.
                CompletableFuture<Void> done = CompletableFuture.runAsync(() -> management.executeJob(job));
                gate.awaitEntered();
                CompletableFuture<State> stopped = CompletableFuture.supplyAsync(
                        () -> byHand.operations().stop(YARD, "ada").state());
                await().until(() -> !management.getRegisteredDeployments().contains(deployment));
                refused(() -> byHand.engine().getTaskService().complete(task.getId()), "complete the task");
                assertThat(stopped).isNotDone();
                gate.open();
                done.get(20, TimeUnit.SECONDS);
                assertThat(stopped.get(20, TimeUnit.SECONDS)).isEqualTo(State.STOPPED);
            }
            assertThat(byHand.engine().getTaskService().createTaskQuery().count())
                    .isEqualTo(2);
        }
    }

    @Test
    void theWordsSayWhatHasBecomeOfTheModule() {
        start("yard", "YRD-111");
        String task = city.awaitTask("YRD-111").getId();
        city.operations().stop(YARD, "ada");
        Map<String, String> words = Map.of(
                "FAILED",
                "The module yard-office 1.0.0 could not be started; complete the task when an administrator has started it.",
                "RETIRED",
                "The module yard-office 1.0.0 has been retired; ask an administrator to make it active again.",
                "RESOLVED",
                "The module yard-office 1.0.0 is just being started; complete the task in a few seconds.");
        words.forEach((state, sentence) -> {
            city.jdbc()
                    .sql("update muniflow.module set state = ? where name = 'yard-office'")
                    .param(state)
                    .update();
            assertThatThrownBy(() -> city.engine().getTaskService().complete(task))
                    .hasMessage(sentence);
        });
        city.jdbc()
                .sql("update muniflow.module set state = 'STOPPED' where name = 'yard-office'")
                .update();
    }

    private void start(String process, String number) {
        city.runtime().startProcessInstanceByKey(process, number);
    }

    private long failures(String number) {
        return city.history().createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).list().stream()
                .mapToLong(instance -> city.history()
                        .createHistoricJobLogQuery()
                        .processInstanceId(instance.getId())
                        .failureLog()
                        .count())
                .sum();
    }

    private JobQuery jobs() {
        return city.engine().getManagementService().createJobQuery();
    }

    private Job job(String number) {
        return city.runtime().createProcessInstanceQuery().processInstanceBusinessKey(number).list().stream()
                .flatMap(instance -> jobs().processInstanceId(instance.getId()).list().stream())
                .findFirst()
                .orElseThrow();
    }

    /** The case stays where it is, with nothing lost and nobody called. */
    private void waits(String number) {
        waits(number, 3);
    }

    private void waits(String number, int retries) {
        await().during(A_WHILE).atMost(A_WHILE.multipliedBy(3)).untilAsserted(() -> {
            Job job = job(number);
            assertThat(job.getRetries()).isEqualTo(retries);
            assertThat(job.getExceptionMessage()).isNull();
            assertThat(city.runtime().createIncidentQuery().count()).isZero();
        });
    }

    private static void refused(ThrowingCallable act, String then) {
        assertThatThrownBy(act)
                .hasMessageMatching(
                        "The module (yard|desk)-office 1\\.0\\.0 is stopped; " + then + " when it runs again\\.");
    }
}
