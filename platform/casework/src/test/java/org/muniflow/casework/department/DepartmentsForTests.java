package org.muniflow.casework.department;

/** Makes parts of this package for tests of others. */
public final class DepartmentsForTests {

    private DepartmentsForTests() {}

    /** Makes what lists say of tasks that cannot be done now. */
    public static StoppedWork stoppedWork(Departments departments) {
        return new StoppedWork(departments);
    }
}
