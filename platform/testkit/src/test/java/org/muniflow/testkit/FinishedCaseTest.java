package org.muniflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

            city.engine()
                    .getHistoryService()
                    .createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKey(finished.number())
                    .list()
                    .forEach(instance ->
                            city.engine().getHistoryService().deleteHistoricProcessInstance(instance.getId()));

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

    private static List<String> steps(Document page) {
        return page.select("section[aria-labelledby=path] li").eachText();
    }
}
