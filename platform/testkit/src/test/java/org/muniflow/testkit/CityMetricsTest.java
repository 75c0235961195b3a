package org.muniflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("engine")
class CityMetricsTest {

    @Test
    void theAdministratorReadsTheCityInNumbersWithoutPeopleOrCases(@TempDir Path folder) {
        try (City city =
                City.opening().with("muniflow.metrics.refresh-every", "PT1S").open()) {
            city.install(SampleModule.version("1.0.0").into(folder)).today(LocalDate.of(2026, 3, 2));
            SampleCase begun = SampleCase.requested(city, 2);
            assertThat(city.person("lee", SampleModule.CLERKS)
                            .get("/actuator/prometheus")
                            .status())
                    .isEqualTo(403);
            assertThat(city.visitor().get("/actuator/prometheus").status()).isEqualTo(401);
            await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> assertThat(
                            city.admin().open("/actuator/prometheus").body())
                    .contains("muniflow_modules{module=\"sample-permits\",state=\"ACTIVE\",version=\"1.0.0\"} 1.0")
                    .contains("muniflow_jobs{module=\"sample-permits\",state=\"due\"} 1.0")
                    .contains("muniflow_clocks{department=\"sample-permits\",state=\"breached\"} 0.0")
                    .contains("muniflow_outbox_lag{channel=\"electronic\"} 0.0")
                    .contains("muniflow_incidents 0.0")
                    .contains("muniflow_reports{state=\"late\"} 0.0")
                    .doesNotContain(begun.number()));

            city.runDueJobs();
            SampleCase failing = SampleCase.requested(city, 2);
            ManagementService jobs = city.engine().getManagementService();
            jobs.setJobRetries(
                    jobs.createJobQuery()
                            .processInstanceId(city.instance(failing.number(), SampleModule.PROCESS)
                                    .getId())
                            .singleResult()
                            .getId(),
                    0);
            JdbcClient rows = JdbcClient.create(city.bean(DataSource.class));
            OperationsAreaTest.failedMail(city, begun.number(), rows);
            city.install(SampleModule.version("2.0.0").into(folder));
            city.now(Instant.parse("2026-06-01T12:00:00Z"));
            rows.sql("update muniflow.clock set state = 'BREACHED' where case_number = ? and settled_at is null")
                    .param(begun.number())
                    .update();

            await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> assertThat(
                            city.admin().open("/actuator/prometheus").body())
                    .contains("muniflow_modules{module=\"sample-permits\",state=\"DRAINING\",version=\"1.0.0\"} 1.0")
                    .contains("muniflow_modules{module=\"sample-permits\",state=\"ACTIVE\",version=\"2.0.0\"} 1.0")
                    .contains("muniflow_jobs{module=\"sample-permits\",state=\"failed\"} 1.0")
                    .contains("muniflow_jobs{module=\"sample-permits\",state=\"due\"} 0.0")
                    .contains("muniflow_clocks{department=\"sample-permits\",state=\"breached\"} 1.0")
                    .contains("muniflow_outbox{channel=\"electronic\",state=\"waiting\"} 1.0")
                    .contains("muniflow_outbox{channel=\"electronic\",state=\"failed\"} 1.0")
                    .containsPattern("muniflow_outbox_lag\\{channel=\"electronic\"} 78624\\d\\d\\.0|7\\.8624\\d*E6")
                    .contains("muniflow_incidents 1.0"));
        }
    }
}
