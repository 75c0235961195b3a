package org.muniflow.kernel.spi;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What an operator does with modules. Call this; it is a Spring bean. Every operation is serialized across the nodes of
 * the city by a lock in the database, changes the table of installed modules, which is the truth, and is followed on the
 * other nodes within seconds. An operation that is refused changes nothing.
 */
public interface ModuleOperations {

    /**
     * Installs a module: checks its manifest, stores its bytes, and, as soon as all that it requires is there, migrates its
     * schema, starts its context, deploys its models and makes it ACTIVE; the version that was ACTIVE becomes DRAINING.
     * While something that it requires is missing it stays INSTALLED, with every missing piece named, and starts by itself
     * when the last of them comes. A version older than one that runs or is stopped stays INSTALLED too, until it is activated. The
     * same version with the same content again tries a start that failed, and changes nothing else.
     *
     * @param jar the module's jar; read, not kept
     * @param by the user who installs it
     * @return the version's state, ACTIVE, or INSTALLED with the reason; that of a jar that was installed already is as it was
     * @throws ModuleRefused when the jar is no module of this platform, a process of it belongs to another module, its version is
     *     installed with other content, or its start fails, also because others require what it does not provide any more; it
     *     names every problem. A
     *     module whose start fails stays in the table as FAILED with the reason, and the version before it stays as it was
     */
    Installed install(Path jar, String by);

    /**
     * Starts a version that is STOPPED or FAILED, or tries one again that is INSTALLED. It returns to what it was before
     * it stopped, ACTIVE or DRAINING; its waiting jobs run.
     *
     * @param module the version
     * @param by the user
     * @return its state
     * @throws ModuleRefused when it is unknown, in another state, lacks what it requires, or fails to start
     */
    ModuleState start(ModuleId module, String by);

    /**
     * Stops a version for a while: its running jobs are finished, all others wait with their retries untouched, tasks
     * cannot be completed.
     *
     * @param module the version; ACTIVE or DRAINING
     * @param by the user
     * @return its state, STOPPED
     * @throws ModuleRefused when it is unknown or in another state, or a job does not finish in time
     */
    ModuleState stop(ModuleId module, String by);

    /**
     * Makes a version take the new cases, also an older one, whose models are then deployed anew; the version that did becomes
     * DRAINING. What fails leaves both as they were; a version that did not run becomes FAILED.
     *
     * @param module the version; INSTALLED, DRAINING, STOPPED, RETIRED or FAILED
     * @param by the user
     * @return its state, ACTIVE
     * @throws ModuleRefused when it is unknown, lacks what it requires, or fails to start
     */
    ModuleState activate(ModuleId module, String by);

    /**
     * Lets a version take no new cases; its running cases go on.
     *
     * @param module the version; ACTIVE
     * @param by the user
     * @return its state, DRAINING
     * @throws ModuleRefused when it is unknown or in another state, or another module requires what it provides
     */
    ModuleState drain(ModuleId module, String by);

    /**
     * Retires a version that nothing needs any more.
     *
     * @param module the version; DRAINING, STOPPED or FAILED
     * @param by the user
     * @return its state, RETIRED
     * @throws ModuleRefused when it is unknown or in another state, or something still needs it; it names every need
     */
    ModuleState retire(ModuleId module, String by);

    /**
     * Removes a version with its jar and its models. Its schema stays: records outlive code.
     *
     * @param module the version; RETIRED, or INSTALLED or FAILED without ever having taken a case
     * @param by the user
     * @throws ModuleRefused when it is unknown or in another state, or something still needs it, retained history
     *     included; it names every need
     */
    void uninstall(ModuleId module, String by);

    /**
     * Tells what still needs a version.
     *
     * @param module the version
     * @return the needs; empty when it may retire and be uninstalled
     * @throws ModuleRefused when it is unknown
     */
    List<ModuleNeed> needs(ModuleId module);

    /**
     * Publishes changed models for the ACTIVE version of a module: they are deployed together with its other models, so
     * that their bindings hold, are judged by the deploy guard, and take the new cases. Nothing is deployed when the version
     * has these models already.
     *
     * @param module the module's name
     * @param files the changed or new models by file name; a file takes the place of that which holds the same process,
     *     decision or form
     * @param by the user
     * @return the engine's id of the deployment
     * @throws ModuleRefused when no version is ACTIVE, or the guard refuses; it names every problem of every file
     */
    String publish(String module, Map<String, byte[]> files, String by);

    /**
     * Starts every installed module from the database, in the order of what they require, at boot and before the city is
     * ready. A module that fails is left with its reason and does not keep the others from starting.
     */
    void startAll();
}
