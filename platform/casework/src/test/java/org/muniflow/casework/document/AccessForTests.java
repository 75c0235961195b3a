package org.muniflow.casework.document;

import org.muniflow.casework.CityForTests;
import org.muniflow.casework.department.Departments;

/** Makes rights for tests of other packages. */
public final class AccessForTests {

    private AccessForTests() {}

    /** Makes the rights in a city without cases. */
    public static CaseAccess of(Departments departments) {
        return new CaseAccess(departments, CityForTests::noCases);
    }
}
