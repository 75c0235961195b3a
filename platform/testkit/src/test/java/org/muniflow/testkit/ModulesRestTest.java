package org.muniflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does with modules over REST, from the first jar to the last trace. */
class ModulesRestTest {

    private static final String MODULES = "/api/modules";
    private static final String FIRST = MODULES + "/sample-permits/1.0.0";
    private static final String SECOND = MODULES + "/sample-permits/2.0.0";
    private static final String DECIDE = "userTask_decideRequest";

    @TempDir
    private Path folder;

    private City city;
    private Person admin;

    @BeforeEach
    void open() {
        city = City.opening().open().today(LocalDate.of(2026, 3, 2));
        admin = city.admin();
    }

    @AfterEach
    void close() {
        city.close();
    }

    private Person.Answer install(String version) {
        return admin.upload(MODULES, "jar", SampleModule.version(version).into(folder));
    }

    private Person.Answer act(String address) {
        return admin.post(address, "");
    }

    private static List<String> texts(JsonNode list, String field) {
        List<String> texts = new ArrayList<>();
        list.forEach(entry -> texts.add(entry.path(field).asText()));
        return texts;
    }

    @Test
    void aJarThatIsInstalledAlreadyIsAnsweredWithItsStateAndChangesNothing() {
        assertThat(install("1.0.0").status()).isEqualTo(201);
        assertThat(install("2.0.0").status()).isEqualTo(201);
        JsonNode before = admin.get(MODULES).json();

        Person.Answer again = install("1.0.0");

        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(again.json().path("version").asText()).isEqualTo("1.0.0");
        assertThat(again.json().path("state").asText()).isEqualTo("DRAINING");
        assertThat(admin.get(MODULES).json()).isEqualTo(before);
    }

    @Test
    void aModuleGoesThroughItsWholeLife() {
        Person.Answer installed = install("1.0.0");
        assertThat(installed.status()).as(installed.body()).isEqualTo(201);
        assertThat(installed.json().path("state").asText()).isEqualTo("ACTIVE");
        SampleCase begun = SampleCase.requested(city, 2);
        city.runDueJobs();

        assertThat(install("2.0.0").status()).isEqualTo(201);
        JsonNode former = admin.get(FIRST).json();
        assertThat(former.path("state").asText()).isEqualTo("DRAINING");
        assertThat(former.path("processes")).hasSize(1);
        assertThat(former.path("changedBy").asText()).isEqualTo("admin");
        assertThat(texts(former.path("needs"), "kind")).contains("CASES", "TASKS");

        assertThat(act(FIRST + "/stop").json().path("state").asText()).isEqualTo("STOPPED");
        Person.Answer waiting = begun.complete(DECIDE, Map.of("decision", "GRANT"));
        assertThat(waiting.status()).isEqualTo(400);
        assertThat(waiting.body()).contains("1.0.0").contains("stopped");
        assertThat(act(FIRST + "/start").json().path("state").asText()).isEqualTo("DRAINING");

        Person.Answer refused = act(FIRST + "/retire");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("errors").size()).isGreaterThanOrEqualTo(2);
        assertThat(refused.body()).contains(begun.number());

        assertThat(begun.complete(DECIDE, Map.of("decision", "REFUSE", "decisionReason", "Taken."))
                        .status())
                .isEqualTo(204);
        assertThat(act(FIRST + "/retire").json().path("state").asText()).isEqualTo("RETIRED");
        Person.Answer retained = admin.delete(FIRST);
        assertThat(retained.status()).isEqualTo(409);
        assertThat(retained.body()).contains("retained");
        assertThat(texts(admin.get(FIRST + "/needs").json(), "kind")).containsExactly("HISTORY");

        assertThat(act(SECOND + "/drain").json().path("state").asText()).isEqualTo("DRAINING");
        assertThat(act(SECOND + "/activate").json().path("state").asText()).isEqualTo("ACTIVE");
        assertThat(act(SECOND + "/stop").json().path("state").asText()).isEqualTo("STOPPED");
        assertThat(act(SECOND + "/retire").json().path("state").asText()).isEqualTo("RETIRED");
        assertThat(admin.delete(SECOND).status()).isEqualTo(204);
        assertThat(admin.get(SECOND).status()).isEqualTo(404);

        assertThat(texts(admin.get(MODULES).json(), "version")).containsExactly("1.0.0");
        JsonNode changes = admin.get(MODULES + "/changes").json();
        assertThat(texts(changes, "act")).startsWith("uninstall", "retire", "stop", "activate", "drain");
        assertThat(texts(changes, "by")).containsOnly("admin");
        assertThat(texts(changes, "outcome")).anyMatch(outcome -> outcome.startsWith("refused"));
    }

    @Test
    void modelsArePublishedForTheActiveVersion() throws IOException {
        install("1.0.0");
        Path form = SampleModule.sources().resolve("1.0.0/bpmn/sample-permits-decide.form");
        Path changed = Files.writeString(
                folder.resolve("sample-permits-decide.form"),
                Files.readString(form).replace("\"Reason\"", "\"Reason for it\""));

        Person.Answer published = admin.upload(MODULES + "/sample-permits/models", "model", changed);
        SampleCase begun = SampleCase.requested(city, 2);
        city.runDueJobs();

        assertThat(published.status()).as(published.body()).isEqualTo(201);
        assertThat(published.json().path("deploymentId").asText()).isNotEmpty();
        assertThat(begun.form(DECIDE)).contains("Reason for it");
    }

    @Test
    void modelsThatTheGuardRefusesAnswerWithEveryProblem() throws IOException {
        install("1.0.0");
        Path model = SampleModule.sources().resolve("1.0.0/bpmn/sample-permits-request.bpmn");
        Path changed = Files.writeString(
                folder.resolve("sample-permits-request.bpmn"),
                Files.readString(model)
                        .replace("${assessFee}", "${unknownDelegate}")
                        .replace("${issuePermit}", "${anotherOne}"));

        Person.Answer refused = admin.upload(MODULES + "/sample-permits/models", "model", changed);

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(texts(refused.json().path("errors"), "field")).containsOnly("model");
        assertThat(refused.body()).contains("sample-permits-request.bpmn", "unknownDelegate", "anotherOne");
    }

    @Test
    void aBadJarAnswersWithEveryProblemAndIsNotInstalled() throws IOException {
        Path torn = Files.writeString(folder.resolve("torn.jar"), "no zip");

        Person.Answer refused = admin.upload(MODULES, "jar", torn);
        Person.Answer none = admin.upload(MODULES, "other", torn);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("errors").get(0).path("field").asText()).isEqualTo("jar");
        assertThat(refused.body()).contains("torn.jar");
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.body()).contains("multipart field 'jar'");
        assertThat(admin.get(MODULES).json()).isEmpty();
    }

    @Test
    void whatCannotBeDoneIsSaidInTheOneShape() {
        install("1.0.0");

        refused(404, act(MODULES + "/sample-permits/9.9.9/stop"), "only in 1.0.0");
        refused(404, admin.get(MODULES + "/no-such/1.0.0"), "No module no-such is installed");
        refused(404, admin.get(MODULES + "/no-such/1.0.0/needs"), "No module no-such is installed");
        refused(404, admin.delete(MODULES + "/no-such/1.0.0"), "No module no-such is installed");
        refused(409, act(FIRST + "/start"), "It is ACTIVE");
        refused(409, act(FIRST + "/retire"), "It is ACTIVE");
        refused(409, admin.delete(FIRST), "It is ACTIVE");
        refused(404, act(FIRST + "/dance"), "");
        refused(400, admin.get(MODULES + "/changes?limit=0"), "from 1 to");
    }

    private static void refused(int status, Person.Answer answer, String words) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.json().path("message").asText()).contains(words);
    }

    @Test
    void onlyAdministratorsGetHere() {
        install("1.0.0");
        Person clerk = city.person("lee", SampleModule.CLERKS);
        Path jar = SampleModule.version("2.0.0").into(folder);

        assertThat(clerk.get(MODULES).status()).isEqualTo(403);
        assertThat(clerk.post(FIRST + "/stop", "").status()).isEqualTo(403);
        assertThat(clerk.delete(FIRST).status()).isEqualTo(403);
        assertThat(clerk.upload(MODULES, "jar", jar).status()).isEqualTo(403);
        assertThat(clerk.open("/admin/modules").status()).isEqualTo(403);
        assertThat(city.visitor().post(FIRST + "/stop", "").status()).isEqualTo(401);
        assertThat(admin.get(FIRST).json().path("state").asText()).isEqualTo("ACTIVE");
    }

    @Test
    void aSessionNeedsItsTokenForAnOperation() {
        install("1.0.0");
        admin.open("/admin/modules");

        Person.Answer answer = admin.submit("/", FIRST + "/stop", Map.of("_csrf", "wrong"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(admin.get(FIRST).json().path("state").asText()).isEqualTo("ACTIVE");
    }
}
