package org.muniflow.kernel.spi;

import java.util.List;
import java.util.Optional;

/**
 * The departments' modules of this city: what is installed, what runs, and who owns a process. Call this; it is a Spring
 * bean. {@link ModuleOperations} changes them. The table {@code muniflow.module} is the truth about what is installed.
 */
public interface Modules {

    /**
     * Returns the modules that speak for their departments: of each the version that takes new cases or, while none does, the
     * newest that runs.
     *
     * @return the modules, ordered by name; may be empty
     */
    List<ActiveModule> active();

    /**
     * Finds the module that declares a process: the version that speaks for its department or, when that one does not
     * declare it, the newest running version that does, since its cases still go on.
     *
     * @param processKey the process key
     * @return the module, or empty when no running module declares the process
     */
    Optional<ActiveModule> owner(String processKey);

    /**
     * Finds an active module.
     *
     * @param name the module's name, for example {@code civil-rights}
     * @return the module, or empty when none of that name is active
     */
    Optional<ActiveModule> find(String name);

    /**
     * Returns the versions of a module that run on this node.
     *
     * @param name the module's name
     * @return the versions: the one that speaks for the department first, then the others, the newest first; empty when
     *     none runs
     */
    default List<ActiveModule> versions(String name) {
        return find(name).stream().toList();
    }

    /**
     * Finds a version that runs on this node, whether it takes new cases or only goes on with its own.
     *
     * @param module the version
     * @return the module, or empty when it does not run
     */
    default Optional<ActiveModule> find(ModuleId module) {
        return active().stream().filter(running -> running.id().equals(module)).findFirst();
    }

    /**
     * Finds the version to which a deployment of the engine belongs, whether it runs or not.
     *
     * @param deploymentId the engine's id of the deployment
     * @return the version, or empty when no module made the deployment
     */
    default Optional<ModuleId> ofDeployment(String deploymentId) {
        return Optional.empty();
    }

    /**
     * Tells whether a version only goes on with its own cases. One that does may speak for its department while none takes new
     * cases, but a stop must not change who may do what: rights stay as the last version that was ACTIVE declared them.
     *
     * @param module the version
     * @return true when it is DRAINING
     */
    default boolean isDraining(ModuleId module) {
        return states().stream()
                .anyMatch(state -> state.id().equals(module) && state.state() == ModuleState.State.DRAINING);
    }

    /**
     * Returns what is installed.
     *
     * @return the states, ordered by name and version; may be empty
     */
    List<ModuleState> states();

    /**
     * Returns what runs on the nodes that have been seen lately, this one included.
     *
     * @return one row for each version on each node, ordered by version and node; may be empty
     */
    default List<ModuleOnNode> nodes() {
        return List.of();
    }
}
