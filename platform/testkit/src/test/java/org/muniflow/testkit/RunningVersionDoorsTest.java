package org.muniflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleOperations;
import org.muniflow.kernel.spi.ModuleState.State;
import org.muniflow.kernel.spi.Modules;

/** What a department's people meet over HTTP while its module is stopped, and when they deploy a changed model for it. */
@Tag("engine")
class RunningVersionDoorsTest {

    private static final ModuleId SAMPLE = new ModuleId(SampleModule.NAME, "1.0.0");
    private static final String STOPPED = "The module sample-permits 1.0.0 is stopped; %s when it runs again.";
    private static final String WEBAPPS = "/engine/engine/default";
    private static final String BOUNDARY = "----models";

    @TempDir
    private static Path folder;

    private static City city;
    private static Path jar;

    @BeforeAll
    static void open() {
        jar = SampleModule.version("1.0.0").into(folder);
        city = City.opening().on(Database.ofRun()).open().install(jar);
    }

    @AfterAll
    static void close() {
        city.close();
    }

    @AfterEach
    void startAgain() {
        if (city.bean(Modules.class).states().get(0).state() == State.STOPPED) {
            city.bean(ModuleOperations.class).start(SAMPLE, "ada");
        }
    }

    @Test
    void aTaskOfAStoppedModuleAnswersInWordsInTasklistAndOverRest() throws JsonProcessingException {
        String number = requested();
        Person clerk = clerk();
        Task task = clerk.task(number, "userTask_decideRequest");
        city.bean(ModuleOperations.class).stop(SAMPLE, "ada");
        String path = "/task/" + task.getId();
        Map<String, Object> variables = Map.of("variables", Map.of("decision", Map.of("value", "GRANT")));

        assertThat(clerk.get("/engine-rest" + path).status()).isEqualTo(200);
        assertThat(clerk.post("/engine-rest" + path + "/claim", Map.of("userId", "lee"))
                        .status())
                .isEqualTo(204);
        assertThat(clerk.post("/engine-rest" + path + "/comment/create", Map.of("message", "Read it."))
                        .status())
                .isEqualTo(200);
        assertInWords(clerk.post("/engine-rest" + path + "/complete", variables), "complete the task");
        assertInWords(clerk.post("/engine-rest" + path + "/submit-form", variables), "complete the task");
        String body = new ObjectMapper().writeValueAsString(variables);
        assertInWords(clerk.postInWebapps(WEBAPPS + path + "/complete", "application/json", body), "complete the task");
        assertInWords(
                clerk.postInWebapps(WEBAPPS + path + "/submit-form", "application/json", body), "complete the task");

        city.bean(ModuleOperations.class).start(SAMPLE, "ada");
        assertThat(clerk.post("/engine-rest" + path + "/complete", variables).status())
                .isEqualTo(204);
    }

    @Test
    void aCaseOfAStoppedModuleIsNotBegunAndRestSaysWhy() {
        city.bean(ModuleOperations.class).stop(SAMPLE, "ada");
        String path = "/process-definition/key/" + SampleModule.PROCESS;
        assertInWords(city.admin().post("/engine-rest" + path + "/start", "{}"), "start the case");
        assertInWords(city.admin().post("/engine-rest" + path + "/submit-form", "{}"), "start the case");
        assertInWords(
                city.admin().postInWebapps(WEBAPPS + path + "/submit-form", "application/json", "{}"),
                "start the case");
    }

    @Test
    void aChangedModelIsDeployedForTheVersionThatRuns() throws IOException {
        String before = requested();
        Map<String, String> models = models();
        Person.Answer alone = deploy(Map.of("changed.bpmn", models.get(SampleModule.PROCESS + ".bpmn")));
        assertThat(alone.status()).as(alone.body()).isEqualTo(400);
        assertThat(alone.body())
                .contains("Form 'sample-permits-decide' is not in this deployment")
                .contains("publish the changed ones");

        models.replaceAll((name, content) -> content.replace("name=\"Decide request\"", "name=\"Decide the request\""));
        Person.Answer together = deploy(models);
        assertThat(together.status()).as(together.body()).isEqualTo(200);
        String after = requested();

        assertThat(clerk().task(before, "userTask_decideRequest").getName()).isEqualTo("Decide request");
        assertThat(clerk().task(after, "userTask_decideRequest").getName()).isEqualTo("Decide the request");
        for (String number : new String[] {before, after}) {
            assertThat(clerk().complete(number, "userTask_decideRequest", Map.of("decision", "REFUSE"))
                            .body())
                    .contains("The refusal has no reason");
            assertThat(clerk().complete(number, "userTask_decideRequest", Map.of("decision", "GRANT"))
                            .status())
                    .isEqualTo(204);
        }
    }

    private static void assertInWords(Person.Answer answer, String then) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().path("message").asText()).contains(STOPPED.formatted(then));
        assertThat(answer.body()).doesNotContain("\\tat ").doesNotContain("Unknown property");
    }

    private static Person clerk() {
        return city.person("lee", SampleModule.CLERKS);
    }

    private static String requested() {
        Person.Answer sent = city.visitor()
                .post(
                        "/api/applications/" + SampleModule.PROCESS,
                        Map.of("applicant", "Ada Park", "street", "1 Main St", "city", "Kansas City, MO", "days", 3));
        assertThat(sent.status()).as(sent.body()).isEqualTo(201);
        city.runDueJobs();
        return sent.json().path("caseNumber").asText();
    }

    private static Map<String, String> models() throws IOException {
        Map<String, String> models = new TreeMap<>();
        try (JarFile opened = new JarFile(jar.toFile())) {
            for (JarEntry entry : opened.stream().toList()) {
                if (entry.getName().matches("bpmn/[^/]+[.](bpmn|dmn|form)")) {
                    models.put(
                            entry.getName().substring("bpmn/".length()),
                            new String(opened.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return models;
    }

    /** Deploys as a modeler does that is signed in to the web applications. */
    private static Person.Answer deploy(Map<String, String> models) {
        StringBuilder body = new StringBuilder(part("deployment-name", null, "changed"));
        models.forEach((name, model) -> body.append(part(name, name, model)));
        body.append("--").append(BOUNDARY).append("--\r\n");
        return city.admin()
                .postInWebapps(
                        WEBAPPS + "/deployment/create", "multipart/form-data; boundary=" + BOUNDARY, body.toString());
    }

    private static String part(String name, String file, String content) {
        String disposition = "Content-Disposition: form-data; name=\"" + name + "\"";
        return "--" + BOUNDARY + "\r\n" + disposition + (file == null ? "" : "; filename=\"" + file + "\"") + "\r\n\r\n"
                + content + "\r\n";
    }
}
