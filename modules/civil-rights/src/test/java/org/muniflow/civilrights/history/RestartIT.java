package org.muniflow.civilrights.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.testkit.City;
import org.muniflow.testkit.Database;
import org.muniflow.testkit.ModuleJar;
import org.muniflow.testkit.Person;

/** A small city on an H2 file is shut and opened again: nothing is lost, and the module comes back by itself. */
class RestartIT {

    @Test
    void aCaseGoesOnAfterARestart(@TempDir Path data) {
        String number;
        try (City city = open(data).install(ModuleJar.built(Path.of("target"), "civil-rights"))) {
            LocalDate today = LocalDate.ofInstant(city.bean(Clock.class).instant(), City.ZONE);
            CertificationCase certification =
                    CertificationCase.filed(city, FirmOnPaper.eligible("Overnight Electric LLC", today));
            number = certification.number;
        }

        try (City city = open(data)) {
            assertThat(city.admin().get("/api/modules").body()).contains("civil-rights", "ACTIVE");
            Person analyst = CertificationCase.analyst(city);
            assertThat(analyst.open("/cases/" + number).page().text()).contains("Overnight Electric LLC");
            Person.Answer done = analyst.complete(number, "userTask_checkCompleteness", Map.of("fileComplete", true));
            assertThat(done.status()).as(done.body()).isEqualTo(204);
            assertThat(analyst.task(number, "userTask_reviewOwnership")).isNotNull();
        }
    }

    private static City open(Path data) {
        return City.opening().on(Database.H2_FILE).in(data).open();
    }
}
