package org.muniflow.kernel.spi;

import java.time.Instant;
import java.util.List;

/**
 * An installed version as an operator sees it.
 *
 * @param state the version and its state
 * @param changedBy who brought it into this state
 * @param changedAt since when it is in this state
 * @param nodes the nodes that hold it, ordered by name; empty when it runs nowhere
 * @param processes the keys of the processes that its manifest provides, in order
 * @param requires what its manifest requires of other modules, for example {@code process certification}; may be empty
 */
public record ModuleRecord(
        ModuleState state,
        String changedBy,
        Instant changedAt,
        List<ModuleNode> nodes,
        List<String> processes,
        List<String> requires) {

    /** Copies the lists. */
    public ModuleRecord {
        nodes = List.copyOf(nodes);
        processes = List.copyOf(processes);
        requires = List.copyOf(requires);
    }

    /**
     * Returns name and version.
     *
     * @return the id
     */
    public ModuleId id() {
        return state.id();
    }
}
