package org.muniflow.api.module;

/** A part of a module that declares itself: usually one process with its delegates, rules and pages. Implement this. */
@FunctionalInterface
public interface Capability {

    /**
     * Declares what the capability supplies.
     *
     * @param module where to declare
     */
    void declare(Declaration module);
}
