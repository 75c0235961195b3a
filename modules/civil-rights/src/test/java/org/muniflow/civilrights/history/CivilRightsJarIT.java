package org.muniflow.civilrights.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muniflow.testkit.City;
import org.muniflow.testkit.Database;
import org.muniflow.testkit.ModuleJar;

/** The jar that the build packed, installed in a whole city with its job executor: nothing is mocked. */
class CivilRightsJarIT {

    @ParameterizedTest
    @EnumSource(Database.class)
    void theBuiltJarIsInstalledAndRunsACaseToItsEnd(Database database) {
        try (City city = City.opening()
                .on(database)
                .withJobExecutor()
                .open()
                .install(ModuleJar.built(Path.of("target"), "civil-rights"))) {
            LocalDate today =
                    LocalDate.ofInstant(city.bean(java.time.Clock.class).instant(), City.ZONE);
            CertificationCase certification = CertificationCase.filed(
                            city, FirmOnPaper.eligible("Whole Jar Electric LLC", today))
                    .fileIs(true)
                    .reviewed()
                    .auditIs(false);

            certification.done(certification.decides(certification.director, "CERTIFY", true, true));

            await().atMost(Duration.ofSeconds(20)).until(certification::isEnded);
            assertThat(certification.number).matches("CERT-" + today.getYear() + "-\\d{6}");
            assertThat(certification.directory("name=Whole+Jar")).containsOnly("Whole Jar Electric LLC");
            assertThat(city.visitor().post("/api/rules/R-230", Map.of()).status())
                    .isEqualTo(401);
            assertThat(new EngineTables(city).searched("Inventada", "Whole Jar"))
                    .isEmpty();
        }
    }
}
