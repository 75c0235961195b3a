package org.muniflow.kernel.guard;

import java.util.Optional;
import java.util.Set;

/** What the rules may know of the city around a deployment. */
interface City {

    /** The module that owns a process key. */
    Optional<Offers> owner(String processKey);

    /** The names that expressions may call, for example {@code clocks}. */
    Set<String> expressionNames();

    /**
     * What a module offers to its models.
     *
     * @param module the module's name
     * @param processes the keys of its processes
     * @param delegates the names of its delegates
     * @param guards the names of its guards
     */
    record Offers(String module, Set<String> processes, Set<String> delegates, Set<String> guards) {}
}
