package org.muniflow.kernel.spi;

import java.util.Collection;
import java.util.List;

/** Looks for what still needs a version of a module. Implement this as a Spring bean of the platform. */
@FunctionalInterface
public interface ModuleNeeds {

    /**
     * Looks for needs.
     *
     * @param module the version
     * @param deployments the engine's ids of its deployments; never empty when it has ever been started
     * @param last true when no other version of the module is active, draining or stopped
     * @return the needs, one for each kind; empty when nothing needs it
     */
    List<ModuleNeed> find(ModuleId module, Collection<String> deployments, boolean last);
}
