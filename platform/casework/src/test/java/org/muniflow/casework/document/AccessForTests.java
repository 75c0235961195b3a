package org.muniflow.casework.document;

import java.util.function.Supplier;
import org.muniflow.kernel.spi.Modules;

/** Makes rights for tests of other packages. */
public final class AccessForTests {

    private AccessForTests() {}

    /** Makes the rights in a city of these modules. */
    public static CaseAccess of(Modules modules) {
        Supplier<Modules> city = () -> modules;
        return new CaseAccess(city);
    }
}
