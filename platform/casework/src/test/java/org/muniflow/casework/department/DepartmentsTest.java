package org.muniflow.casework.department;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.muniflow.api.module.Declaration.Right;
import org.muniflow.api.module.ProcessDeclaration;
import org.muniflow.casework.CityForTests;
import org.muniflow.casework.Database;
import org.muniflow.casework.document.CaseAccess;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleState.State;

@Tag("engine")
class DepartmentsTest {

    private static final Set<String> CLERKS = Set.of("permit-clerk");
    private static final Set<String> INTERNS = Set.of("permit-intern");

    private final DataSource database = Database.fresh();
    private final TrialCity city = TrialCity.on(database);

    private static ActiveModule version(String version, String process, String group, Right... rights) {
        return CityForTests.module(new ModuleId("permits", version), "PERM", process, group, rights);
    }

    @Test
    void aStopNeitherWidensNorNarrowsWhoMaySeeACase() {
        ActiveModule only = version("1.0.0", "permit", "permit-clerk", Right.READ);
        city.activate(only);
        CaseAccess access = CityForTests.access(city);
        for (State state : List.of(State.ACTIVE, State.STOPPED, State.FAILED, State.RETIRED)) {
            if (state != State.ACTIVE) {
                city.end(only, state);
            }
            assertThat(access.mayOnCase(CLERKS, "PERM-2026-000001", Right.READ)).isTrue();
            assertThat(access.mayOnCase(CLERKS, "PERM-2026-000001", Right.WORK)).isFalse();
            assertThat(access.mayInModule(CLERKS, "permits", Right.READ)).isTrue();
            assertThat(access.mayOnCase(INTERNS, "PERM-2026-000001", Right.READ))
                    .isFalse();
            assertThat(access.mayOnCase(Set.of("camunda-admin"), "PERM-2026-000001", Right.READ))
                    .as("documents are the department's, not the operators'")
                    .isFalse();
        }
        city.remove(only);
        assertThat(access.mayOnCase(CLERKS, "PERM-2026-000001", Right.READ))
                .as("the finished cases of a removed module are still read")
                .isTrue();
    }

    @Test
    void rightsThatANewerVersionWithdrewDoNotComeBackWhileItIsStopped() {
        ActiveModule old = version("1.0.0", "permit", "permit-intern", Right.READ, Right.WORK);
        ActiveModule newer = version("2.0.0", "permit", "permit-clerk", Right.READ);
        city.activate(old);
        city.activate(newer);
        assertThat(mayRead(city, INTERNS)).isFalse();
        city.end(newer, State.STOPPED);
        assertThat(city.find("permits")).as("1.0.0 speaks").hasValue(old);
        assertThat(mayRead(city, INTERNS)).isFalse();
        assertThat(mayRead(city, CLERKS)).isTrue();

        TrialCity restarted = TrialCity.on(database).end(newer, State.STOPPED).drain(old);
        assertThat(mayRead(restarted, INTERNS)).as("also after a restart").isFalse();
        restarted.activate(old);
        assertThat(mayRead(restarted, INTERNS)).as("an operator wants it so").isTrue();
    }

    private static boolean mayRead(TrialCity city, Set<String> groups) {
        return CityForTests.access(city).mayOnCase(groups, "PERM-2026-000001", Right.READ);
    }

    @Test
    void processesThatANewerVersionNoLongerDeclaresKeepTheirTitleAndRights() {
        ActiveModule old = version("1.0.0", "permit", "permit-clerk", Right.READ);
        ActiveModule newer = version("2.0.0", "permit-online", "permit-intern", Right.READ);
        city.activate(old);
        city.activate(newer);
        city.end(old, State.RETIRED);
        for (TrialCity node : List.of(city, TrialCity.on(database).activate(newer), TrialCity.on(database))) {
            Department department = node.departments().ofProcess("permit").orElseThrow();
            assertThat(department.process("permit").map(ProcessDeclaration::title))
                    .hasValue("Certification");
            assertThat(department.allows(CLERKS, "permit", Right.READ)).isTrue();
            assertThat(department.allows(INTERNS, "permit", Right.READ)).isFalse();
            assertThat(department.allows(INTERNS, "permit-online", Right.READ)).isTrue();
        }
        assertThat(city.departments().all()).hasSize(1);
    }

    @Test
    void aDepartmentSaysHowItStands() {
        ActiveModule old = version("1.0.0", "permit", "permit-clerk", Right.READ);
        ActiveModule newer = version("2.0.0", "permit", "permit-clerk", Right.READ);
        Departments departments = city.departments();
        assertThat(departments.standing("permits").kind()).isEqualTo(Standing.Kind.UNKNOWN);
        city.activate(old);
        assertThat(departments.standing("permits")).isEqualTo(Standing.OPEN);
        city.activate(newer);
        city.end(newer, State.STOPPED);
        assertThat(departments.standing("permits"))
                .isEqualTo(new Standing(
                        Standing.Kind.FINISHING,
                        "The module permits takes no new cases at present; those that are open go on. Try again when an"
                                + " administrator has activated one of its versions."));
        assertThat(departments.standing(newer.id()).sentence())
                .isEqualTo("The module permits 2.0.0 is stopped; its cases wait and nothing is lost. Try again when it"
                        + " runs again.");
        assertThat(departments.standing(old.id())).isEqualTo(Standing.OPEN);
        city.end(old, State.RETIRED);
        assertThat(departments.standing("permits").sentence()).startsWith("The module permits is stopped;");
        assertThat(departments.standing("permits").status()).isEqualTo(503);
        city.end(newer, State.ACTIVE);
        assertThat(departments.standing("permits").sentence())
                .as("another node runs it, this one not yet")
                .isEqualTo("The module permits is just being started; try again in a few seconds.");
        city.remove(newer);
        assertThat(departments.standing("permits").status()).isEqualTo(404);
        assertThat(departments.standing("permits").sentence()).contains("has been retired");
        city.remove(old);
        assertThat(departments.standing("permits").sentence())
                .isEqualTo(
                        "The module permits is no longer installed; its finished cases can still be read at /cases.");
    }
}
