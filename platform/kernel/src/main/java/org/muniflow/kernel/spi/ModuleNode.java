package org.muniflow.kernel.spi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version on one node of the city.
 *
 * @param node the node's name
 * @param state what the node made of it, one of {@link ModuleState.State}
 * @param reason why it failed there; null otherwise
 * @param changedAt since when
 * @param seenAt when the node was last seen
 */
public record ModuleNode(
        String node, String state, @Nullable String reason, Instant changedAt, Instant seenAt) {}
