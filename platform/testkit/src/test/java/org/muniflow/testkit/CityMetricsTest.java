package org.muniflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("engine")
class CityMetricsTest {

    @Test
    void theAdministratorReadsTheCityInNumbersWithoutPeopleOrCases(@TempDir Path folder) {
        try (City city = City.opening().open()) {
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
                    .doesNotContain(begun.number()));
        }
    }
}
