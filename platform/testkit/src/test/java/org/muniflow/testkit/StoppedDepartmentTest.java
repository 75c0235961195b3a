package org.muniflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleOperations;
import org.muniflow.testkit.Person.Answer;

/** What people see of a department whose module is stopped, takes no new cases, or is gone. */
@Tag("engine")
class StoppedDepartmentTest {

    private static final ModuleId MODULE = new ModuleId(SampleModule.NAME, "1.0.0");
    private static final String STOPPED = "The module sample-permits is stopped; its cases wait and nothing is lost.";
    private static final Map<String, Object> REQUEST =
            Map.of("applicant", "Ada Park", "street", "1 Main Street", "city", "Kansas City", "days", 3);

    @TempDir
    private Path folder;

    private City city;
    private Person clerk;
    private Person stranger;
    private String number;
    private String record;

    @BeforeEach
    void open() {
        city = City.opening().on(Database.ofRun()).in(folder.resolve("data")).open();
        city.today(LocalDate.of(2026, 3, 2))
                .install(SampleModule.version("1.0.0").into(folder));
        clerk = city.person("cleo.clerk", SampleModule.CLERKS);
        stranger = city.person("rita.realestate", "real-estate");
        Answer filed = requested();
        assertThat(filed.status()).isEqualTo(201);
        number = filed.json().path("caseNumber").asText();
        record = filed.json().path("recordId").asText();
        city.runDueJobs();
    }

    @AfterEach
    void close() {
        city.close();
    }

    @Test
    void everyPageOfAStoppedDepartmentSaysSoAndNothingIsLostOrOpened() {
        operations().stop(MODULE, "admin");

        Answer page = clerk.open("/records/sample-permits/request/" + record);
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.page().text()).contains(STOPPED);
        for (String address : List.of("/cases/" + number, "/work", "/")) {
            Answer shown = clerk.open(address);
            assertThat(shown.status()).as(address).isEqualTo(200);
            assertThat(shown.page().select(".usa-alert--warning").text())
                    .as(address)
                    .contains(STOPPED);
            assertThat(shown.page().text()).as(address).contains("Decide request");
        }
        assertThat(clerk.open("/cases/" + number).page().selectFirst("h1").text())
                .contains("Permit request");
        assertThat(clerk.open("/cases").page().text()).contains(number);
        Answer tab = clerk.get(
                "/api/tasks/" + clerk.task(number, "userTask_decideRequest").getId() + "/case");
        assertThat(tab.status()).isEqualTo(200);
        assertThat(tab.json().path("pages")).isEmpty();

        Answer door = requested();
        assertThat(door.status()).isEqualTo(503);
        assertThat(door.json().path("message").asText()).startsWith(STOPPED);
        assertThat(city.visitor().get("/api/applications").json()).isEmpty();
        Answer rule = clerk.post("/api/rules/R-SAMP-1", Map.of("receivedOn", "2026-03-02", "days", 1));
        assertThat(rule.status()).isEqualTo(503);
        assertThat(rule.json().path("message").asText()).startsWith(STOPPED);
        assertThat(clerk.get("/api/rules/R-NONE").status()).isEqualTo(404);

        Answer complete = clerk.complete(
                number, "userTask_decideRequest", Map.of("decision", "GRANT", "decidedOn", "2026-03-02"));
        assertThat(complete.status()).isEqualTo(400);
        assertThat(complete.body()).contains("The module sample-permits 1.0.0 is stopped");

        operations().start(MODULE, "admin");
        assertThat(clerk.open("/work").page().select(".usa-alert--warning")).isEmpty();
        assertThat(clerk.open("/records/sample-permits/request/" + record).status())
                .isEqualTo(200);
        assertThat(requested().status()).isEqualTo(201);
    }

    @Test
    void nobodySeesMoreOfACaseWhileItsModuleIsStopped() {
        List<String> addresses = List.of(
                "/cases/" + number,
                "/api/cases/" + number + "/path",
                "/api/cases/" + number + "/documents",
                "/records/sample-permits/request/" + record);
        List<Integer> before = addresses.stream()
                .map(address -> stranger.get(address).status())
                .toList();
        List<Integer> mine =
                addresses.stream().map(address -> clerk.get(address).status()).toList();
        assertThat(before).doesNotContain(200);
        operations().stop(MODULE, "admin");
        List<Integer> after = addresses.stream()
                .map(address -> stranger.get(address).status())
                .toList();
        assertThat(after.subList(0, 3)).isEqualTo(before.subList(0, 3));
        assertThat(after.get(3)).isEqualTo(503);
        assertThat(addresses.subList(0, 3).stream()
                        .map(address -> clerk.get(address).status())
                        .toList())
                .isEqualTo(mine.subList(0, 3));
        assertThat(city.visitor().open("/cases/" + number).path()).isEqualTo("/login");
    }

    @Test
    void aDepartmentThatOnlyFinishesItsCasesTakesNoNewOnesInWords() {
        operations().drain(MODULE, "admin");
        Answer door = requested();
        assertThat(door.status()).isEqualTo(503);
        assertThat(door.json().path("message").asText())
                .startsWith("The module sample-permits takes no new cases at present; those that are open go on.");
        assertThat(clerk.open("/records/sample-permits/request/" + record).status())
                .isEqualTo(200);
        assertThat(clerk.open("/work").page().select(".usa-alert--warning")).isEmpty();
        assertThat(clerk.complete(
                                number,
                                "userTask_decideRequest",
                                Map.of(
                                        "decision",
                                        "REFUSE",
                                        "decidedOn",
                                        "2026-03-02",
                                        "decisionReason",
                                        "No plan was filed."))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void theFinishedCasesOfARetiredDepartmentAreStillRead() {
        clerk.complete(
                number,
                "userTask_decideRequest",
                Map.of("decision", "REFUSE", "decidedOn", "2026-03-02", "decisionReason", "No plan was filed."));
        operations().drain(MODULE, "admin");
        operations().retire(MODULE, "admin");
        Answer shown = clerk.open("/cases/" + number);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.page().selectFirst("h1").text()).contains("Permit request");
        assertThat(shown.page().text()).contains("The case has ended: Request refused");
        assertThat(shown.page().select(".usa-alert--warning")).isEmpty();
        assertThat(clerk.get("/api/cases/" + number + "/documents").status()).isEqualTo(200);
        assertThat(stranger.get("/api/cases/" + number + "/documents").status()).isEqualTo(404);
        Answer page = clerk.open("/records/sample-permits/request/" + record);
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.page().text()).contains("The module sample-permits has been retired");
        assertThat(requested().status()).isEqualTo(404);
    }

    private ModuleOperations operations() {
        return city.bean(ModuleOperations.class);
    }

    private Answer requested() {
        return city.visitor().post("/api/applications/" + SampleModule.PROCESS, REQUEST);
    }
}
