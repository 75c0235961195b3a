package org.muniflow.kernel.guard;

import java.util.Optional;
import java.util.Set;

/** What the rules may know of the city around a deployment. */
interface City {

    /** The module that owns a model: its version that speaks for it. */
    Optional<Offers> owner(ModelKey key);

    /** The module on whose behalf the kernel itself deploys; empty for deployments that people make. */
    Optional<Offers> publisher();

    /** Says whether new cases may begin in a module. */
    boolean takesCases(Offers module);

    /** The newest model of a process that a running module owns. */
    Optional<byte[]> model(String processKey);

    /** The other modules that require a process; ordered by name. */
    Set<String> callers(String processKey);

    /** The models that stand in one file with a model in its module's jar, itself included; empty when it is not there. */
    Set<ModelKey> inOneFile(ModelKey key);

    /** The names that expressions may call, for example {@code clocks}. */
    Set<String> expressionNames();

    /**
     * What a module offers to its models.
     *
     * @param module the module's name
     * @param processes the keys of its processes
     * @param delegates the names of its delegates
     * @param guards the names of its guards
     * @param requires the processes of other modules that its manifest names; empty when the manifest is not at hand
     */
    record Offers(
            String module,
            Set<String> processes,
            Set<String> delegates,
            Set<String> guards,
            Optional<Set<String>> requires) {}
}
