package org.muniflow.kernel.engine;

import org.muniflow.kernel.spi.StepRefused;

/** A step leads into a version of a module that does not run on this node; it waits, and nobody's retries burn. */
final class ModuleAway extends StepRefused {

    private static final long serialVersionUID = 1L;

    ModuleAway(String message) {
        super(message);
    }
}
