package org.muniflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleOperations;
import org.muniflow.testkit.Person.Answer;

/** What the engine's REST interface answers to those who send something into a stopped module: words, and nothing changes. */
@Tag("engine")
class StoppedOverRestTest {

    private static final ModuleId MODULE = new ModuleId(WaitingModule.NAME, "1.0.0");
    private static final String STOPPED = "The module waiting-office 1.0.0 is stopped; %s when it runs again.";

    @TempDir
    private Path folder;

    private City city;
    private Person admin;
    private Person signer;
    private String number;
    private String instance;
    private String task;

    @BeforeEach
    void open() {
        city = City.opening().on(Database.ofRun()).in(folder.resolve("data")).open();
        city.install(WaitingModule.jar(folder));
        admin = city.admin();
        signer = city.person("sam.signer", WaitingModule.SIGNERS);
        ProcessInstance begun = runtime().startProcessInstanceByKey("waiting");
        instance = begun.getId();
        number = begun.getBusinessKey();
        task = admin.task(number, "userTask_sign").getId();
    }

    @AfterEach
    void close() {
        city.close();
    }

    @Test
    void aMessageASignalACompletionAndATriggerAreRefusedInWordsAndNothingChanges() {
        operations().stop(MODULE, "ada");
        List<String> before = state();

        refused(admin, "/engine-rest/message", Map.of("messageName", "paid", "businessKey", number), "try again");
        refused(admin, "/engine-rest/message", Map.of("messageName", "paid", "all", true), "try again");
        refused(admin, "/engine-rest/message", Map.of("messageName", "asked"), "start the case");
        refused(admin, "/engine-rest/signal", Map.of("name", "closed"), "try again");
        refused(admin, execution("receiveTask_paid") + "/messageSubscriptions/paid/trigger", Map.of(), "try again");
        refused(admin, execution("receiveTask_paid") + "/signal", Map.of(), "try again");
        refused(signer, "/engine-rest/task/" + task + "/complete", Map.of(), "complete the task");
        refused(signer, "/engine-rest/task/" + task + "/submit-form", Map.of(), "complete the task");
        // The engine's REST interface takes whatever keeps a job from running for a job that is not there.
        refused(404, admin, "/engine-rest/job/" + job() + "/execute", Map.of(), "try again");

        assertThat(state()).isEqualTo(before);

        operations().start(MODULE, "ada");
        done(admin, "/engine-rest/message", Map.of("messageName", "paid", "businessKey", number));
        done(admin, "/engine-rest/signal", Map.of("name", "closed"));
        done(signer, "/engine-rest/task/" + task + "/complete", Map.of());
        done(admin, "/engine-rest/job/" + job() + "/execute", Map.of());
        assertThat(runtime().createProcessInstanceQuery().count()).isZero();
    }

    private void refused(Person sender, String address, Map<String, ?> body, String then) {
        refused(400, sender, address, body, then);
    }

    private void refused(int status, Person sender, String address, Map<String, ?> body, String then) {
        Answer answer = sender.post(address, body);
        assertThat(answer.status()).as(address + ": " + answer.body()).isEqualTo(status);
        assertThat(answer.json().path("message").asText()).as(address).contains(STOPPED.formatted(then));
        assertThat(answer.body()).as(address).doesNotContain("\\tat ");
    }

    private void done(Person sender, String address, Map<String, ?> body) {
        Answer answer = sender.post(address, body);
        assertThat(answer.status()).as(address + ": " + answer.body()).isEqualTo(204);
    }

    private String execution(String element) {
        return "/engine-rest/execution/"
                + runtime()
                        .createExecutionQuery()
                        .processInstanceId(instance)
                        .activityId(element)
                        .singleResult()
                        .getId();
    }

    private String job() {
        return city.engine()
                .getManagementService()
                .createJobQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    /** Where the case stands, its job with its retries, and what has failed. */
    private List<String> state() {
        return List.of(
                String.valueOf(runtime().createProcessInstanceQuery().count()),
                runtime().getActiveActivityIds(instance).stream()
                        .sorted()
                        .toList()
                        .toString(),
                city.engine().getManagementService().createJobQuery().list().stream()
                        .map(job -> job.getId() + " " + job.getRetries() + " " + job.getDuedate() + " "
                                + job.getExceptionMessage())
                        .toList()
                        .toString(),
                city.engine().getHistoryService().createHistoricActivityInstanceQuery().list().stream()
                        .map(step -> step.getActivityId() + " " + step.getEndTime())
                        .sorted()
                        .toList()
                        .toString(),
                String.valueOf(runtime().createIncidentQuery().count()));
    }

    private RuntimeService runtime() {
        return city.engine().getRuntimeService();
    }

    private ModuleOperations operations() {
        return city.bean(ModuleOperations.class);
    }
}
