package org.muniflow.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniflow.server.people.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The access table: who gets what, on every path. */
@ServerTest
class AccessTest {

    private static final String ADMIN_PASSWORD = "admin-Password-1";
    private static final String CLERK_PASSWORD = "clerk-Password-1";

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private IdentityService identities;

    private Web web;

    @BeforeEach
    void clerkIsThere() {
        web = new Web(port);
        if (!people.exists("clerk.one")) {
            people.create("clerk.one", "Clerk", "One", CLERK_PASSWORD, Set.of("creo-analyst"));
            people.create("clerk.two", "Clerk", "Two", CLERK_PASSWORD, Set.of("real-estate"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/work", "/cases", "/admin/users", "/records/x/y/z", "/camunda/app/tasklist/", "/nowhere"})
    void anonymousIsSentFromPagesToSignIn(String path) {
        HttpResponse<String> answer = web.get(path);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/task",
                "/engine-rest/engine",
                "/api/rules",
                "/api/tasks/1/case",
                "/api/modules",
                "/api/journal/verify",
                "/api/backup",
                "/api/documents/integrity",
                "/api/csrf",
                "/camunda/api/engine/engine/default/task",
                "/actuator/metrics"
            })
    void anonymousMachinesAreRefusedWithoutARedirectOrPasswordBox(String path) {
        HttpResponse<String> answer = web.get(path);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(answer.body()).contains("\"status\":401").contains("Sign in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/actuator/health", "/assets/muniflow/muniflow.css"})
    void publicPagesAreOpen(String path) {
        assertThat(web.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void healthTellsThePublicNothingButItsStatus() {
        assertThat(web.get("/actuator/health").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void signInReturnsToTheWantedPageAndOneSessionServesAll() {
        web.get("/camunda/app/tasklist/");
        HttpResponse<String> signedIn = web.signIn("clerk.one", CLERK_PASSWORD);
        assertThat(signedIn.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("/camunda/app/tasklist/"));
        assertThat(web.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(web.get("/engine-rest/task?maxResults=5").statusCode()).isEqualTo(200);
        assertThat(web.get("/").body()).contains("clerk.one");
    }

    @Test
    void aWrongPasswordIsRefusedInWords() {
        assertThat(web.signIn("clerk.two", "wrong").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login?error"));
        assertThat(web.get("/login?error").body()).contains("waits").contains("wrong");
        people.password("clerk.two", CLERK_PASSWORD);
    }

    @ParameterizedTest
    @CsvSource({
        "/camunda/app/tasklist/default/, 200, 200",
        "/camunda/app/cockpit/default/, 403, 200",
        "/camunda/app/admin/default/, 403, 200",
        "/admin/users, 403, 200",
        "/admin/holidays, 403, 200",
        "/api/holidays, 200, 200",
        "/actuator/metrics, 403, 200",
        "/api/modules, 403, 200",
        "/api/journal/verify, 403, 200",
        "/api/backup, 403, 200",
        "/api/documents/integrity, 403, 200"
    })
    void clerkAndAdministratorSeeWhatTheirGroupsAllow(String path, int clerk, int administrator) {
        Web clerks = new Web(port);
        clerks.signIn("clerk.one", CLERK_PASSWORD);
        assertThat(clerks.get(path).statusCode()).isEqualTo(clerk);
        Web administrators = new Web(port);
        administrators.signIn("admin", ADMIN_PASSWORD);
        assertThat(administrators.get(path).statusCode()).isEqualTo(administrator);
    }

    @Test
    void theEngineKnowsWhoAsks() {
        String path = "/engine-rest/user?maxResults=50";
        assertThat(web.getAs("clerk.one", CLERK_PASSWORD, path).body())
                .contains("clerk.one")
                .doesNotContain("clerk.two");
        assertThat(web.getAs("admin", ADMIN_PASSWORD, path).body())
                .contains("clerk.one")
                .contains("clerk.two");
        assertThat(web.postAs("clerk.one", CLERK_PASSWORD, "/engine-rest/group/create", "{\"id\":\"mine\"}")
                        .statusCode())
                .isEqualTo(403);
        Web session = new Web(port);
        session.signIn("clerk.one", CLERK_PASSWORD);
        session.get("/camunda/app/tasklist/default/");
        assertThat(session.get("/camunda/api/engine/engine/default/user?maxResults=50")
                        .body())
                .contains("clerk.one")
                .doesNotContain("clerk.two");
    }

    @Test
    void aSessionPostNeedsTheTokenAndABasicPostDoesNot() {
        String path = "/engine-rest/group/create";
        web.signIn("admin", ADMIN_PASSWORD);
        HttpResponse<String> without = web.post(path, "{\"id\":\"csrf-1\"}");
        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(without.body()).contains("/api/csrf");
        assertThat(web.postAs("admin", ADMIN_PASSWORD, path, "{\"id\":\"csrf-2\"}")
                        .statusCode())
                .isEqualTo(204);
        String token = web.get("/api/csrf").body().replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
        HttpResponse<String> with = web.send(web.to(path)
                .header("X-CSRF-TOKEN", token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"id\":\"csrf-3\"}")));
        assertThat(with.statusCode()).isEqualTo(204);
        identities.deleteGroup("csrf-2");
        identities.deleteGroup("csrf-3");
    }

    @Test
    void onlyAdministratorsEditHolidays() {
        String day =
                "{\"date\": \"2045-03-01\", \"name\": \"City closed\", \"source\": \"Ord. 1\", \"reason\": \"Snow.\"}";
        assertThat(web.postAs("clerk.one", CLERK_PASSWORD, "/api/holidays", day).statusCode())
                .isEqualTo(403);
        assertThat(web.postAs("clerk.one", CLERK_PASSWORD, "/api/holidays/preview", day)
                        .statusCode())
                .isEqualTo(403);
        assertThat(web.postAs("admin", ADMIN_PASSWORD, "/api/holidays/preview", "{\"date\": \"2045-03-01\"}")
                        .body())
                .contains("Enter the name of the holiday.");
        assertThat(web.postAs("admin", ADMIN_PASSWORD, "/api/holidays/preview", day)
                        .body())
                .isEqualTo("[]");
        assertThat(web.getAs("clerk.one", CLERK_PASSWORD, "/api/holidays?year=2045")
                        .body())
                .contains("5 U.S.C. § 6103")
                .doesNotContain("City closed");
    }

    @Test
    void signOutEndsEverything() {
        web.signIn("clerk.one", CLERK_PASSWORD);
        assertThat(web.form("/", "/logout").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login?signedout"));
        assertThat(web.get("/engine-rest/task?maxResults=5").statusCode()).isEqualTo(401);
        assertThat(web.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(302);
    }

    @Test
    void theWebApplicationsOwnSignInAndSetupAreClosed() {
        assertThat(web.post("/camunda/api/admin/auth/user/default/login/tasklist", "")
                        .statusCode())
                .isIn(401, 403);
        web.signIn("clerk.one", CLERK_PASSWORD);
        assertThat(web.post("/camunda/api/admin/setup/default/user/create", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(people.exists("demo")).isFalse();
    }

    @Test
    void administratorCreatesAPersonWhoSignsIn() {
        web.signIn("admin", ADMIN_PASSWORD);
        web.form("/admin/users", "/admin/users", "id", "new.person", "firstName", "New", "groups", "creo-director");
        String page = web.get("/admin/users").body();
        String password = page.replaceAll("(?s).*data-test=\"password\">([^<]+)<.*", "$1");
        assertThat(web.getAs("new.person", password, "/engine-rest/task?maxResults=5")
                        .statusCode())
                .isEqualTo(200);
        assertThat(web.get("/admin/users").body()).doesNotContain(password);
        web.form("/admin/users", "/admin/users/new.person/password");
        assertThat(web.getAs("new.person", password, "/engine-rest/task?maxResults=5")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void ownPagesCarryAStrictPolicyAndAreNotCached() {
        HttpResponse<String> page = web.get("/login");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'self'"));
        assertThat(page.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(cache -> assertThat(cache).contains("no-store"));
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void nothingAtAnAddressIsSaidInWords() {
        web.signIn("clerk.one", CLERK_PASSWORD);
        HttpResponse<String> page = web.get("/nowhere");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("Not found").contains("clerk.one").doesNotContain("Exception");
        HttpResponse<String> machine = web.get("/api/nowhere");
        assertThat(machine.statusCode()).isEqualTo(404);
        assertThat(machine.body())
                .startsWith("{\"status\":404,\"message\":\"There is nothing")
                .endsWith("\"errors\":[]}");
    }
}
