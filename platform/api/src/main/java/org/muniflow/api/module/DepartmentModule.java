package org.muniflow.api.module;

/**
 * A department's module, named in the jar's manifest as {@code Module-Class}. Implement this in one public class with a
 * public constructor without parameters.
 */
public interface DepartmentModule {

    /**
     * Declares all that the module supplies. Called once at each start of the module; must not do work.
     *
     * @param module where to declare
     */
    void declare(Declaration module);
}
