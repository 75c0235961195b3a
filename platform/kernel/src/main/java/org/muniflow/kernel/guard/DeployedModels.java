package org.muniflow.kernel.guard;

import java.util.Optional;
import java.util.Set;

/** What the engine holds of modules' models. Implemented beside the engine. */
public interface DeployedModels {

    /**
     * Tells which decisions and forms have been deployed for a module, by any of its versions.
     *
     * @param module the module's name
     * @param decisions true for decisions, false for forms
     * @return the keys; may be empty
     */
    Set<String> keys(String module, boolean decisions);

    /**
     * Reads the newest model of a process.
     *
     * @param processKey the process
     * @return the BPMN file, or empty when none is deployed
     */
    Optional<byte[]> newest(String processKey);
}
