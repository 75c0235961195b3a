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
     * A module has been started; its models are deployed. An exception leaves the module FAILED.
     *
     * @param module the module
     */
    default void started(ActiveModule module) {}

    /**
     * A module has been stopped; nothing of it may be kept.
     *
     * @param module the module
     */
    default void stopped(ActiveModule module) {}
}
