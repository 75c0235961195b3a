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
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleOperations;
import org.muniflow.kernel.spi.ModuleState;
import org.muniflow.kernel.spi.Modules;

/** Two versions of a department live in one city: what began on 1.0.0 ends on it, over the schema of 2.0.0. */
@Tag("engine")
class SideBySideTest {

    private static final String DECIDE = "userTask_decideRequest";
    private static final String INSPECT = "userTask_inspectSite";
    private static final String ISSUED = "endEvent_permitIssued";
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 15);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 6);
    private static final LocalDate AUGUST = LocalDate.of(2026, 8, 3);

    @TempDir
    private Path folder;

    private City city;

    @BeforeEach
    void open() {
        city = City.opening().on(Database.ofRun()).open().install(jar("1.0.0")).today(JUNE);
    }

    @AfterEach
    void close() {
        city.close();
    }

    private Path jar(String version) {
        return SampleModule.version(version).into(folder);
    }

    private ModuleState.State state(String version) {
        return city.bean(Modules.class).states().stream()
                .filter(state -> state.version().equals(version))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private void granted(SampleCase begun) {
        assertThat(begun.complete(DECIDE, Map.of("decision", "GRANT")).status()).isEqualTo(204);
    }

    @Test
    void aCaseOfTheFormerVersionEndsOnItsOwnCodeModelAndFormAfterTheMigrationOfTheNewOne() {
        SampleCase waiting = SampleCase.requested(city, 40);
        city.runDueJobs();
        SampleCase untouched = SampleCase.requested(city, 40);

        city.install(jar("2.0.0"));
        city.runDueJobs();

        assertThat(state("1.0.0")).isEqualTo(ModuleState.State.DRAINING);
        assertThat(state("2.0.0")).isEqualTo(ModuleState.State.ACTIVE);
        for (SampleCase begun : new SampleCase[] {waiting, untouched}) {
            // 2.0.0 would inspect a permit for forty days first.
            assertThat(begun.tasks()).containsExactly(DECIDE);
            assertThat(begun.form(DECIDE)).contains("decisionReason").doesNotContain("conditions");
            granted(begun);
        }
        city.today(JULY).runDueJobs();
        for (SampleCase begun : new SampleCase[] {waiting, untouched}) {
            assertThat(begun.outcome()).isEqualTo(ISSUED);
            assertThat(begun.version()).isEqualTo("1.0.0");
        }
    }

    @Test
    void aNewCaseRunsOnTheNewCodeModelAndForms() {
        city.install(jar("2.0.0"));
        SampleCase begun = SampleCase.requested(city, 40);
        city.runDueJobs();

        assertThat(begun.version()).isEqualTo("2.0.0");
        assertThat(begun.tasks()).containsExactly(INSPECT);
        assertThat(begun.complete(INSPECT, Map.of("finding", "Nothing stands in the way."))
                        .status())
                .isEqualTo(204);
        assertThat(begun.form(DECIDE)).contains("conditions");
        granted(begun);
        city.today(JULY).runDueJobs();

        assertThat(begun.outcome()).isEqualTo(ISSUED);
    }

    @Test
    void anAmendedNumberOfLawGovernsByTheDayOfReceiptWhateverVersionTheCaseRunsOn() {
        SampleCase before = SampleCase.requested(city, 2);
        city.today(JULY);
        SampleCase after = SampleCase.requested(city, 2);

        city.install(jar("2.0.0"));
        SampleCase onTheNew = SampleCase.requested(city, 2);
        city.runDueJobs();

        assertThat(before.fee()).isEqualByComparingTo("24");
        assertThat(after.version()).isEqualTo("1.0.0");
        assertThat(after.fee()).isEqualByComparingTo("30");
        assertThat(onTheNew.version()).isEqualTo("2.0.0");
        assertThat(onTheNew.fee()).isEqualByComparingTo("30");
    }

    @Test
    void theFormerVersionCanTakeTheNewCasesAgainWhileThoseOfTheNewOneGoOn() {
        city.install(jar("2.0.0"));
        SampleCase onTheNew = SampleCase.requested(city, 40);
        city.runDueJobs();

        city.bean(ModuleOperations.class).activate(new ModuleId(SampleModule.NAME, "1.0.0"), "admin");
        SampleCase back = SampleCase.requested(city, 40);
        city.runDueJobs();

        assertThat(state("1.0.0")).isEqualTo(ModuleState.State.ACTIVE);
        assertThat(state("2.0.0")).isEqualTo(ModuleState.State.DRAINING);
        assertThat(back.version()).isEqualTo("1.0.0");
        assertThat(back.tasks()).containsExactly(DECIDE);
        assertThat(onTheNew.complete(INSPECT, Map.of("finding", "All is well.")).status())
                .isEqualTo(204);
        granted(onTheNew);
        granted(back);
        city.today(AUGUST).runDueJobs();
        assertThat(onTheNew.outcome()).isEqualTo(ISSUED);
        assertThat(onTheNew.version()).isEqualTo("2.0.0");
        assertThat(back.outcome()).isEqualTo(ISSUED);
    }
}
