package org.muniflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.testkit.Person.Answer;

/** Somebody is away, and a colleague stands in. */
@Tag("engine")
class AbsenceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final String DECIDE = "userTask_decideRequest";

    @TempDir
    private Path folder;

    private City city;
    private Person cleo;
    private Person carl;
    private String number;
    private String task;

    @BeforeEach
    void open() {
        city = City.opening().on(Database.ofRun()).in(folder.resolve("data")).open();
        city.today(TODAY).install(SampleModule.version("1.0.0").into(folder));
        cleo = city.person("cleo.clerk", SampleModule.CLERKS);
        carl = city.person("carl.clerk", SampleModule.CLERKS);
        city.person("rita.realestate", "real-estate");
        number = city.visitor()
                .post(
                        "/api/applications/" + SampleModule.PROCESS,
                        Map.of("applicant", "Ada Park", "street", "1 Main Street", "city", "Kansas City", "days", 3))
                .json()
                .path("caseNumber")
                .asText();
        city.runDueJobs();
        task = cleo.task(number, DECIDE).getId();
        assertThat(cleo.post("/engine-rest/task/" + task + "/claim", Map.of("userId", "cleo.clerk"))
                        .status())
                .isEqualTo(204);
    }

    @AfterEach
    void close() {
        city.close();
    }

    @Test
    void aSubstituteTakesOverATaskAndTheJournalSaysForWhom() {
        Answer entered = cleo.submit(
                "/absence", Map.of("substitute", "carl.clerk", "fromOn", "2026-03-02", "toOn", "2026-03-06"));
        assertThat(entered.page().select("[role=status]").text())
                .isEqualTo("carl.clerk stands in from 2026-03-02 to 2026-03-06.");

        Answer page = carl.open("/absence");
        assertThat(page.page().select("main section").first().text())
                .contains("You stand in for cleo.clerk until 2026-03-06")
                .contains(number);
        carl.submit("/absence", "/absence/take-over", Map.of("taskId", task));
        assertThat(carl.task(number, DECIDE).getAssignee()).isEqualTo("carl.clerk");
        assertThat(carl.complete(number, DECIDE, Map.of("decision", "GRANT")).status())
                .isEqualTo(204);
        assertThat(city.bean(CaseJournal.class).ofCase(number, 0, 100))
                .extracting(line -> line.actor() + ": " + line.what())
                .contains(
                        "carl.clerk: Task taken over by carl.clerk for cleo.clerk: Decide request.",
                        "carl.clerk: Task completed for cleo.clerk: Decide request.");
    }

    @Test
    void nobodyTakesOverBeforeAfterOrWithoutAnAbsence() {
        takeOverIsRefused(carl);
        cleo.submit("/absence", Map.of("substitute", "carl.clerk", "fromOn", "2026-03-03", "toOn", "2026-03-04"));
        takeOverIsRefused(carl);
        city.today(TODAY.plusDays(3));
        takeOverIsRefused(carl);
        city.today(TODAY.plusDays(2));
        Person other = city.person("cora.clerk", SampleModule.CLERKS);
        takeOverIsRefused(other);
        carl.submit("/absence", "/absence/take-over", Map.of("taskId", task));
        assertThat(carl.task(number, DECIDE).getAssignee()).isEqualTo("carl.clerk");
    }

    @Test
    void anAbsenceIsEndedEarlyByWhoeverIsAwayAlone() {
        Answer entered = cleo.post(
                "/api/absences", Map.of("substitute", "carl.clerk", "fromOn", "2026-03-02", "toOn", "2026-03-06"));
        assertThat(entered.status()).as(entered.body()).isEqualTo(201);
        String id = entered.json().path("id").asText();
        assertThat(carl.get("/api/absences")
                        .json()
                        .path("standingInFor")
                        .path(0)
                        .path("person")
                        .asText())
                .isEqualTo("cleo.clerk");
        assertThat(carl.delete("/api/absences/" + id).status()).isEqualTo(404);
        assertThat(cleo.delete("/api/absences/" + id).status()).isEqualTo(204);
        takeOverIsRefused(carl);
        assertThat(cleo.get("/api/absences").json().path("mine")).isEmpty();
        assertThat(city.visitor().get("/api/absences").status()).isEqualTo(401);
    }

    @Test
    void whatIsWrongIsSaidAtTheField() {
        for (String substitute : new String[] {"", "cleo.clerk", "nobody.here", "rita.realestate"}) {
            Answer refused = cleo.submit(
                    "/absence", Map.of("substitute", substitute, "fromOn", "2026-03-02", "toOn", "2026-03-06"));
            assertThat(refused.status()).as(substitute).isEqualTo(422);
            assertThat(refused.page().select("#field-substitute-error").text())
                    .as(substitute)
                    .isNotEmpty();
        }
        for (String last : new String[] {"", "soon", "2026-03-01", "2028-01-01"}) {
            Answer refused =
                    cleo.submit("/absence", Map.of("substitute", "carl.clerk", "fromOn", "2026-03-02", "toOn", last));
            assertThat(refused.page().select("#field-toOn-error").text())
                    .as(last)
                    .isNotEmpty();
        }
        assertThat(cleo.post("/api/absences", Map.of("substitute", "carl.clerk"))
                        .status())
                .isEqualTo(422);
    }

    private void takeOverIsRefused(Person person) {
        Answer refused = person.submit("/absence", "/absence/take-over", Map.of("taskId", task));
        assertThat(refused.page().select("[role=alert]").text()).contains("nobody's for whom you stand in today");
        assertThat(person.task(number, DECIDE).getAssignee()).isEqualTo("cleo.clerk");
    }
}
