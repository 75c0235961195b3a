package org.muniflow.portal;

import java.util.List;
import java.util.Optional;
import org.muniflow.casework.department.Department;
import org.muniflow.casework.department.Departments;
import org.muniflow.casework.department.Standing;
import org.muniflow.kernel.spi.ModuleId;

/** One department that stands as a test says and offers some things by id. */
public record TrialDepartments(Standing standing, List<Department.Offer> offers) implements Departments {

    /** A department that is open. */
    public static TrialDepartments open() {
        return new TrialDepartments(new Standing(Standing.Kind.OPEN, ""), List.of());
    }

    private Department department() {
        return new Department(
                new ModuleId("trial", "1.0.0"),
                "Trials",
                List.of(),
                List.of(),
                List.of(),
                offers,
                List.of(),
                List.of());
    }

    @Override
    public List<Department> all() {
        return List.of(department());
    }

    @Override
    public Optional<Department> find(String module) {
        return Optional.of(department());
    }

    @Override
    public Optional<Department> ofProcess(String processKey) {
        return Optional.empty();
    }

    @Override
    public Optional<String> processOfPrefix(String prefix) {
        return Optional.empty();
    }

    @Override
    public Optional<String> teamName(String groupId) {
        return Optional.empty();
    }

    @Override
    public Optional<Department> offering(Department.Offer.Kind kind, String id) {
        return offers.contains(new Department.Offer(kind, id)) ? Optional.of(department()) : Optional.empty();
    }

    @Override
    public Standing standing(String module) {
        return standing;
    }

    @Override
    public Standing standing(ModuleId module) {
        return standing;
    }
}
