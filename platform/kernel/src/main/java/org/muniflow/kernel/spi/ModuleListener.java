package org.muniflow.kernel.spi;

import java.util.function.Consumer;

/** Hears of modules. Implement this as a Spring bean of the platform. */
public interface ModuleListener {

    /**
     * Looks for reasons not to start a module. Called when its context is up and before its models are deployed; {@link
     * ActiveModule#deploymentId} is not known yet.
     *
     * @param module the module
     * @param problems takes one sentence per problem; any problem refuses the module
     */
    default void check(ActiveModule module, Consumer<String> problems) {}

    /**
     * A version of a module has been started on this node, be it ACTIVE or DRAINING; its models are deployed. Called in the
     * transaction that changes the module's state: what is written here commits with that or not at all. An exception takes
     * the change back, and {@link #stopped} is called.
     *
     * @param module the version
     */
    default void started(ActiveModule module) {}

    /**
     * From now on this version speaks for its department: its rules, law tables, rights, registers and pages count. Called
     * after {@link #started}, again whenever another running version becomes the one that speaks, and when one that spoke
     * while none took new cases begins to take them. An exception leaves the version FAILED when it was being started or
     * activated.
     *
     * @param module the version
     */
    default void speaks(ActiveModule module) {}

    /**
     * A version of a module has been stopped on this node; nothing of it may be kept.
     *
     * @param module the module
     */
    default void stopped(ActiveModule module) {}
}
