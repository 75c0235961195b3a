package org.muniflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.testkit.Person.Answer;

/** A team's authority in other hands, dated and revocable. */
@Tag("engine")
class DelegationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final String DECIDE = "userTask_decideRequest";
    private static final String MEMO = "Memorandum of March 1, 2026, KCMO Code § 3-401(a)(10)";

    @TempDir
    private static Path folder;

    private static City city;
    private static Person cleo;
    private static Person mia;

    private String number;

    @BeforeAll
    static void open() {
        city = City.opening()
                .on(Database.ofRun())
                .in(folder.resolve("data"))
                .with("muniflow.delegations.look-every", "PT0.3S")
                .open();
        city.today(TODAY).install(SampleModule.version("1.0.0").into(folder));
        cleo = city.person("cleo.clerk", SampleModule.CLERKS);
        mia = city.person("mia.manager", "city-manager");
        city.person("max.manager", "city-manager");
    }

    @AfterAll
    static void close() {
        city.close();
    }

    @BeforeEach
    void file() {
        city.today(TODAY);
        number = city.visitor()
                .post(
                        "/api/applications/" + SampleModule.PROCESS,
                        Map.of("applicant", "Ada Park", "street", "1 Main Street", "city", "Kansas City", "days", 3))
                .json()
                .path("caseNumber")
                .asText();
        city.runDueJobs();
    }

    @Test
    void aDelegateActsOnEveryPathOnTheDaysOfTheDelegationAndNotADayAfter() {
        Person dee = city.person("dee.deputy", "outsiders");
        String task = dee.task(number, DECIDE).getId();
        enter("dee.deputy", "2026-03-03", "2026-03-04", List.of());
        nothingIsOpenTo(dee, task);

        city.today(TODAY.plusDays(1));
        await().until(() -> sees(dee, task));
        assertThat(filters(dee)).contains("As delegate of");
        assertThat(dee.open("/cases/" + number).status()).isEqualTo(200);
        assertThat(dee.get("/api/cases/" + number + "/clocks").status()).isEqualTo(200);
        assertThat(dee.get("/api/tasks/" + task + "/case")
                        .json()
                        .path("caseNumber")
                        .asText())
                .isEqualTo(number);
        assertThat(dee.open("/delegations")
                        .page()
                        .select("main section")
                        .first()
                        .text())
                .contains("until Mar 4, 2026", MEMO, "cleo.clerk", number);
        // The right to act is not the right to begin cases or to correct them.
        assertThat(dee.post(
                                "/engine-rest/process-definition/key/" + SampleModule.PROCESS + "/start",
                                Map.of("businessKey", "X-1"))
                        .status())
                .isEqualTo(403);
        dee.submit("/delegations", "/work/claim", Map.of("taskId", task));
        assertThat(dee.task(number, DECIDE).getAssignee()).isEqualTo("dee.deputy");

        city.today(TODAY.plusDays(3));
        var identity = city.engine().getIdentityService();
        identity.setAuthentication("dee.deputy", List.of("outsiders"));
        try {
            assertThatThrownBy(() -> city.engine().getTaskService().complete(task))
                    .isInstanceOf(AuthorizationException.class);
        } finally {
            identity.clearAuthentication();
        }
        assertThat(dee.complete(number, DECIDE, Map.of("decision", "GRANT")).status())
                .isIn(403, 404, 500);
        await().until(() -> dee.task(number, DECIDE).getAssignee() == null && !sees(dee, task));
        nothingIsOpenTo(dee, task);
        assertThat(filters(dee)).doesNotContain("As delegate of");
        assertThat(dee.open("/cases/" + number).status()).isNotEqualTo(200);
        assertThat(cleo.complete(number, DECIDE, Map.of("decision", "GRANT")).status())
                .isEqualTo(204);
        assertThat(lines())
                .contains(
                        "dee.deputy: Task claimed as delegate of " + SampleModule.CLERKS + " (cleo.clerk), by " + MEMO
                                + ": Decide request.",
                        "null: Task given back: Decide request.",
                        "cleo.clerk: Task completed: Decide request.");
    }

    @Test
    void everyMemberOfADelegatedTeamActsInTasklistAndItEndsAtOnceWhenRevoked() {
        String task = mia.task(number, DECIDE).getId();
        Answer entered = enter("city-manager", "2026-03-02", "2026-03-31", List.of(SampleModule.PROCESS));
        String id = entered.json().path("id").asText();
        assertThat(sees(mia, task)).isTrue();
        Answer claimed = mia.postInWebapps(
                "/engine/engine/default/task/" + task + "/claim", "application/json", "{\"userId\":\"mia.manager\"}");
        assertThat(claimed.status()).as(claimed.body()).isEqualTo(204);
        Answer completed = mia.postInWebapps(
                "/engine/engine/default/task/" + task + "/complete",
                "application/json",
                "{\"variables\":{\"decision\":{\"value\":\"GRANT\"}}}");
        assertThat(completed.status()).as(completed.body()).isEqualTo(204);
        assertThat(lines())
                .contains("mia.manager: Task completed as delegate of " + SampleModule.CLERKS + " (cleo.clerk), by "
                        + MEMO + ": Decide request.");

        file();
        Person max = city.person("max.manager", "city-manager");
        String next = max.task(number, DECIDE).getId();
        assertThat(max.post("/engine-rest/task/" + next + "/claim", Map.of("userId", "max.manager"))
                        .status())
                .isEqualTo(204);
        assertThat(max.post("/api/delegations/" + id + "/revoke", Map.of("reason", "Mine."))
                        .status())
                .isEqualTo(404);
        assertThat(cleo.submit("/delegations/" + id + "/revoke", Map.of("reason", ""))
                        .status())
                .isEqualTo(422);
        Answer revoked = cleo.submit("/delegations/" + id + "/revoke", Map.of("reason", "The director is back."));
        assertThat(revoked.page().select("[role=status]").text()).contains("city-manager no longer acts for");
        assertThat(revoked.page().select("table").text())
                .contains("Revoked on Mar 2, 2026 by cleo.clerk: The director is back.");
        assertThat(max.task(number, DECIDE).getAssignee()).isNull();
        nothingIsOpenTo(max, next);
    }

    @Test
    void nobodyPassesADelegationOnOrDelegatesWhatIsNotTheirs() {
        enter("mia.manager", "2026-03-02", "2026-03-31", List.of());
        for (String team : List.of(SampleModule.CLERKS, "city-manager", "camunda-admin", "")) {
            Answer refused = mia.post("/api/delegations", entry(team, "max.manager", "2026-03-02", "2026-03-05", MEMO));
            assertThat(refused.status()).as(team).isEqualTo(422);
            assertThat(refused.json().path("problems").path(0).path("field").asText())
                    .isEqualTo("team");
        }
        for (Map.Entry<String, Map<String, Object>> wrong : Map.of(
                        "delegate", entry(SampleModule.CLERKS, "nobody.here", "2026-03-02", "2026-03-05", MEMO),
                        "fromOn", entry(SampleModule.CLERKS, "max.manager", "2026-03-01", "2026-03-05", MEMO),
                        "toOn", entry(SampleModule.CLERKS, "max.manager", "2026-03-05", "2026-03-04", MEMO),
                        "instrument", entry(SampleModule.CLERKS, "max.manager", "2026-03-02", "2026-03-05", " "))
                .entrySet()) {
            Answer refused = cleo.post("/api/delegations", wrong.getValue());
            assertThat(refused.status()).as(wrong.getKey()).isEqualTo(422);
            assertThat(refused.json().path("problems").path(0).path("field").asText())
                    .isEqualTo(wrong.getKey());
        }
        Answer self = cleo.submit(
                "/delegations",
                Map.of(
                        "team", SampleModule.CLERKS,
                        "delegate", "cleo.clerk",
                        "fromOn", "tomorrow",
                        "toOn", "2026-03-05",
                        "instrument", MEMO));
        assertThat(self.status()).isEqualTo(422);
        assertThat(self.page().select("#field-fromOn-error").text()).contains("year-month-day");
        assertThat(city.visitor().get("/api/delegations").status()).isEqualTo(401);
    }

    @Test
    void aDelegationMayNameSingleTasksAndCoversNoOther() {
        Person lea = city.person("lea.lawyer", "outsiders");
        Answer wrong = cleo.post(
                "/api/delegations",
                with(entry(SampleModule.CLERKS, "lea.lawyer", "2026-03-02", "2026-03-05", MEMO), "other/userTask_x"));
        assertThat(wrong.json().path("problems").path(0).path("field").asText()).isEqualTo("tasks");
        String one = SampleModule.PROCESS + "/" + DECIDE;
        Answer page = cleo.submit(
                "/delegations",
                Map.of(
                        "team",
                        SampleModule.CLERKS,
                        "delegate",
                        "lea.lawyer",
                        "fromOn",
                        "2026-03-02",
                        "toOn",
                        "2026-03-05",
                        "instrument",
                        MEMO,
                        "tasks",
                        List.of(one)));
        assertThat(page.page().select("[role=status]").text()).contains("lea.lawyer acts for");
        assertThat(page.page().select("table").text()).contains("Decide request");
        assertThat(lea.get("/api/delegations")
                        .json()
                        .path("actingToday")
                        .path(0)
                        .path("tasks")
                        .path(0)
                        .asText())
                .isEqualTo(one);
        Answer completed = lea.complete(number, DECIDE, Map.of("decision", "GRANT"));
        assertThat(completed.status()).as(completed.body()).isEqualTo(204);
    }

    private static void nothingIsOpenTo(Person person, String task) {
        assertThat(sees(person, task)).isFalse();
        assertThat(person.post("/engine-rest/task/" + task + "/claim", Map.of("userId", person.id()))
                        .status())
                .isNotEqualTo(204);
        assertThat(person.post("/engine-rest/task/" + task + "/complete", Map.of())
                        .status())
                .isNotEqualTo(204);
    }

    private static boolean sees(Person person, String task) {
        return person.get("/engine-rest/task").body().contains(task);
    }

    private static String filters(Person person) {
        return person.get("/engine-rest/filter?resourceType=Task").body();
    }

    private static Answer enter(String delegate, String from, String to, List<String> tasks) {
        Answer entered = cleo.post(
                "/api/delegations",
                with(entry(SampleModule.CLERKS, delegate, from, to, MEMO), tasks.toArray(String[]::new)));
        assertThat(entered.status()).as(entered.body()).isEqualTo(201);
        return entered;
    }

    private static Map<String, Object> entry(String team, String delegate, String from, String to, String by) {
        return Map.of("team", team, "delegate", delegate, "fromOn", from, "toOn", to, "instrument", by);
    }

    private static Map<String, Object> with(Map<String, Object> entry, String... tasks) {
        Map<String, Object> all = new java.util.HashMap<>(entry);
        all.put("tasks", List.of(tasks));
        return all;
    }

    private List<String> lines() {
        return city.bean(CaseJournal.class).ofCase(number, 0, 100).stream()
                .map(line -> line.actor() + ": " + line.what())
                .toList();
    }
}
