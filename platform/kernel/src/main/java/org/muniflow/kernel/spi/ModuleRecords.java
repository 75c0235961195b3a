package org.muniflow.kernel.spi;

import java.util.List;
import java.util.Optional;

/**
 * What the city's tables tell an operator of modules: who changed which version when, which nodes run it, and what was done
 * before. Call this; it is a Spring bean. It reads and changes nothing.
 */
public interface ModuleRecords {

    /**
     * Returns the installed versions.
     *
     * @return the versions, ordered by name, the newest version of each first; may be empty
     */
    List<ModuleRecord> all();

    /**
     * Finds an installed version.
     *
     * @param module the version
     * @return its record, or empty when it is not installed
     */
    default Optional<ModuleRecord> find(ModuleId module) {
        return all().stream().filter(known -> known.id().equals(module)).findFirst();
    }

    /**
     * Returns what was done with modules.
     *
     * @param limit the most entries to return
     * @return the entries, the latest first; may be empty
     */
    List<ModuleChange> changes(int limit);

    /**
     * Returns what was done with one version, also one that is not installed any more.
     *
     * @param module the version
     * @param limit the most entries to return
     * @return the entries, the latest first; may be empty
     */
    List<ModuleChange> changes(ModuleId module, int limit);
}
