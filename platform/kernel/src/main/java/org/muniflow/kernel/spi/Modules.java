package org.muniflow.kernel.spi;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The departments' modules of this city: what is installed, what is active, and who owns a process. Call this; it is a
 * Spring bean. The table {@code muniflow.module} is the truth about what is installed.
 */
public interface Modules {

    /**
     * Returns the active modules.
     *
     * @return the modules, ordered by name; may be empty
     */
    List<ActiveModule> active();

    /**
     * Finds the active module that declares a process.
     *
     * @param processKey the process key
     * @return the module, or empty when no active module declares the process
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
     * Installs a module and starts it: checks its manifest, stores its bytes, migrates its schema, starts its context,
     * deploys its models. The same version with the same content again changes nothing.
     *
     * @param jar the module's jar; read, not kept
     * @param by the user who installs it
     * @return the active module
     * @throws ModuleRefused when the jar is no module of this platform, or its start fails; it names every problem. A
     *     module whose start fails stays in the table as FAILED with the reason
     */
    ActiveModule install(Path jar, String by);

    /**
     * Returns what is installed.
     *
     * @return the states, ordered by name and version; may be empty
     */
    List<ModuleState> states();

    /**
     * Starts every installed module from the database, at boot and before the city is ready. A module that fails is left
     * FAILED with its reason and does not keep the others from starting.
     */
    void startAll();
}
