package org.muniflow.kernel.spi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a version on one node of the city.
 *
 * @param node the node's name
 * @param seenAt when the node was seen last
 * @param module the version
 * @param state ACTIVE or DRAINING when it runs there; FAILED when it should but could not be started; STOPPED when it should
 *     not run but something of it still does
 * @param reason why it is FAILED, or what still runs; null otherwise
 */
public record ModuleOnNode(
        String node,
        Instant seenAt,
        ModuleId module,
        ModuleState.State state,
        @Nullable String reason) {}
