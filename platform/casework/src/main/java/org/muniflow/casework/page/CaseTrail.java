package org.muniflow.casework.page;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The way that one process of a case has gone.
 *
 * @param instanceId the engine's process instance
 * @param processKey the process
 * @param name the process's name
 * @param taken ids of elements and sequence flows that were passed
 * @param here ids of elements that are active now
 * @param steps the steps in order
 */
record CaseTrail(
        String instanceId, String processKey, String name, Set<String> taken, Set<String> here, List<Step> steps) {

    /**
     * A step.
     *
     * @param elementId the id in the diagram
     * @param name the name in the diagram
     * @param kind what it is, in words
     * @param who who did it; null if the platform or nobody yet
     * @param from when it began
     * @param to when it was done; null while it lasts
     * @param cancelled whether it was left undone
     */
    record Step(
            String elementId,
            String name,
            String kind,
            @Nullable String who,
            OffsetDateTime from,
            @Nullable OffsetDateTime to,
            boolean cancelled) {}
}
