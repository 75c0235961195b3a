package org.muniflow.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The deploy guard stands at every door through which a model can come; its refusal tells all problems at once. */
@ServerTest
class GuardedDoorsTest {

    private static final String ADMIN_PASSWORD = "admin-Password-1";
    private static final String WEBAPPS = "/camunda/api/engine/engine/default/deployment/create";
    private static final String BOUNDARY = "----models";

    private static final String[] PROBLEMS = {
        "smuggled.bpmn",
        "scriptTask_run",
        "No active module declares process 'smuggled'. Declare it in its module",
        "reflected.bpmn",
        "serviceTask_load",
        "No active module declares process 'reflected'. Declare it in its module",
        "callActivity_elsewhere",
        "Process 'elsewhere' is another module's"
    };

    private static final String SCRIPTED = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t" id="d1">
              <bpmn:process id="smuggled" isExecutable="true">
                <bpmn:startEvent id="start"/>
                <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="scriptTask_run"/>
                <bpmn:scriptTask id="scriptTask_run" name="Run" scriptFormat="groovy">
                  <bpmn:script>"id".execute()</bpmn:script>
                </bpmn:scriptTask>
              </bpmn:process>
            </bpmn:definitions>
            """;

    private static final String REFLECTING = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t" id="d2">
              <bpmn:process id="reflected" isExecutable="true">
                <bpmn:startEvent id="start"/>
                <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="serviceTask_load"/>
                <bpmn:serviceTask id="serviceTask_load" name="Load" camunda:class="java.lang.Runtime"/>
                <bpmn:sequenceFlow id="f2" sourceRef="serviceTask_load" targetRef="callActivity_elsewhere"/>
                <bpmn:callActivity id="callActivity_elsewhere" calledElement="elsewhere"/>
              </bpmn:process>
            </bpmn:definitions>
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private RepositoryService repository;

    private Web web;
    private Map<String, String> files;

    @BeforeEach
    void twoBadModels() {
        web = new Web(port);
        files = new LinkedHashMap<>();
        files.put("smuggled.bpmn", SCRIPTED);
        files.put("reflected.bpmn", REFLECTING);
    }

    @Test
    void theJavaInterfaceRefusesWithTheProblemsOfAllFilesAndStoresNothing() {
        long before = repository.createDeploymentQuery().count();
        DeploymentBuilder deployment = repository.createDeployment();
        files.forEach(deployment::addString);

        assertThatThrownBy(deployment::deploy)
                .isInstanceOf(ParseException.class)
                .hasMessageContainingAll(PROBLEMS);
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void theRestInterfaceRefusesWithTheProblemsOfAllFilesAndStoresNothing() {
        HttpRequest.Builder request =
                upload("/engine-rest/deployment/create").header("Authorization", Web.basic("admin", ADMIN_PASSWORD));

        assertRefused(request);
    }

    @Test
    void theWebApplicationsRefuseWithTheProblemsOfAllFilesAndStoreNothing() {
        signIn();

        assertRefused(upload(WEBAPPS).header("X-XSRF-TOKEN", web.cookie("XSRF-TOKEN")));
    }

    @Test
    void theWebApplicationsRefuseAnUploadWithoutTheirToken() {
        signIn();

        HttpResponse<String> answer = web.send(upload(WEBAPPS));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
    }

    private void signIn() {
        web.signIn("admin", ADMIN_PASSWORD);
        web.get("/camunda/app/cockpit/default/");
    }

    private void assertRefused(HttpRequest.Builder request) {
        long before = repository.createDeploymentQuery().count();

        HttpResponse<String> answer = web.send(request);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(PROBLEMS).doesNotContain("\tat ");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKeyIn("smuggled", "reflected")
                        .count())
                .isZero();
    }

    private HttpRequest.Builder upload(String path) {
        StringBuilder body = new StringBuilder(part("deployment-name", null, "smuggled"));
        files.forEach((name, model) -> body.append(part(name, name, model)));
        body.append("--").append(BOUNDARY).append("--\r\n");
        return web.to(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(body.toString()));
    }

    private static String part(String name, String file, String content) {
        String disposition = "Content-Disposition: form-data; name=\"" + name + "\"";
        return "--" + BOUNDARY + "\r\n" + disposition + (file == null ? "" : "; filename=\"" + file + "\"") + "\r\n\r\n"
                + content + "\r\n";
    }
}
