package org.muniflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A finished case is told from the platform's own account when the engine's history of it is gone. */
@Tag("engine")
class FinishedCaseTest {

    @TempDir
    private Path folder;

    @Test
    void thePageShowsPeopleStepsAndPathWhenTheEngineHasForgottenTheCase() {
        try (City city = City.opening()
                .on(Database.ofRun())
                .with("muniflow.cases.trails-every", "PT1S")
                .open()) {
            city.install(SampleModule.version("1.0.0").into(folder));
            SampleCase finished = SampleCase.requested(city, 2);
            city.runDueJobs();
            assertThat(finished.clerk()
                            .submit(
                                    "/records/sample-permits/request/" + record(city, finished.number()),
                                    Map.of("street", "2 Side Street", "city", "Kansas City, MO"))
                            .status())
                    .isEqualTo(200);
            finished.clerk().complete(finished.number(), finished.tasks().get(0), Map.of("decision", "GRANT"));
            city.today(LocalDate.of(2028, 7, 3)).runDueJobs();
            assertThat(finished.outcome()).isNotEmpty();
            JdbcClient jdbc = JdbcClient.create(city.bean(DataSource.class));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> jdbc.sql("select count(*) from muniflow.case_trail where case_number = ?")
                                    .param(finished.number())
                                    .query(Long.class)
                                    .single()
                            > 0);
            Document before =
                    finished.clerk().get("/cases/" + finished.number()).page();
            assertThat(steps(before)).hasSizeGreaterThan(2).anyMatch(step -> step.contains("lee"));

            cleanUp(city, finished.number());

            Document after = finished.clerk().get("/cases/" + finished.number()).page();
            assertThat(steps(after)).isEqualTo(steps(before));
            assertThat(after.select(".mf-diagram").attr("data-taken"))
                    .isEqualTo(before.select(".mf-diagram").attr("data-taken"))
                    .isNotEmpty();
            assertThat(after.select(".mf-timeline li").eachText())
                    .isEqualTo(before.select(".mf-timeline li").eachText())
                    .anyMatch(line -> line.contains("Task completed"));
            assertThat(finished.clerk()
                            .get(after.select(".mf-diagram").attr("data-diagram"))
                            .status())
                    .isEqualTo(200);

            Document journal = finished.clerk()
                    .get("/cases/" + finished.number() + "/journal")
                    .page();
            assertThat(journal.select(".mf-timeline > li").eachText())
                    .anyMatch(line -> line.contains("steps of the ended case were kept"))
                    .anyMatch(line -> line.contains("What does a permit cost?") && line.contains("As sealed"))
                    .anyMatch(line -> line.contains("1 Main St 2 Side Street") && line.contains("As sealed"))
                    .noneMatch(line -> line.contains("Not as it was sealed"));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> jdbc.sql("select count(*) from muniflow.journal j join muniflow.journal_seal s"
                                            + " on s.journal_id = j.id where j.kind = 'KEPT' and j.case_number = ?")
                                    .param(finished.number())
                                    .query(Long.class)
                                    .single()
                            > 0);
            JsonNode proof = city.admin().get("/api/journal/verify").json();
            assertThat(proof.path("findings")).isEmpty();
            jdbc.sql("update muniflow.case_trail set steps = replace(steps, 'lee', 'ann') where case_number = ?")
                    .param(finished.number())
                    .update();
            assertThat(city.admin()
                            .get("/api/journal/verify")
                            .json()
                            .path("findings")
                            .findValuesAsText("what"))
                    .anyMatch(what -> what.contains("The kept steps of case " + finished.number()));
        }
    }

    @Test
    void whatOperatorsDoWithModulesIsInTheCitysOwnAccount() {
        try (City city = City.opening().on(Database.ofRun()).open()) {
            city.install(SampleModule.version("1.0.0").into(folder));
            assertThat(city.admin()
                            .post("/api/modules/sample-permits/1.0.0/drain", Map.of())
                            .status())
                    .isEqualTo(200);
            JdbcClient jdbc = JdbcClient.create(city.bean(DataSource.class));
            assertThat(jdbc.sql("select actor || ': ' || what from muniflow.journal where kind = 'MODULE' order by id")
                            .query(String.class)
                            .list())
                    .anyMatch(line -> line.startsWith("testkit: Module sample-permits@1.0.0, install: "))
                    .anyMatch(line -> line.startsWith("admin: Module sample-permits@1.0.0, drain: "));
        }
    }

    private static String record(City city, String number) {
        return JdbcClient.create(city.bean(DataSource.class))
                .sql("select record_id from muniflow.case_file where case_number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    /** Lets the engine's own clean-up remove the history, once the records schedule has made it due. */
    private static void cleanUp(City city, String number) {
        JdbcClient jdbc = JdbcClient.create(city.bean(DataSource.class));
        for (String table : List.of("act_hi_procinst", "act_hi_actinst", "act_hi_taskinst", "act_hi_varinst")) {
            jdbc.sql("update " + table
                            + " set removal_time_ = timestamp '2027-01-01 00:00:00' where root_proc_inst_id_ in"
                            + " (select process_instance_id from muniflow.case_file where case_number = ?)")
                    .param(number)
                    .update();
        }
        var history = city.engine().getHistoryService();
        history.cleanUpHistoryAsync(true);
        history.findHistoryCleanupJobs()
                .forEach(job -> city.engine().getManagementService().executeJob(job.getId()));
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .count())
                .isZero();
        assertThat(history.createHistoricActivityInstanceQuery()
                        .finished()
                        .activityName("Decide request")
                        .count())
                .isZero();
    }

    private static List<String> steps(Document page) {
        return page.select("section[aria-labelledby=path] li").eachText();
    }
}
