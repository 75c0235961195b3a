package org.muniflow.kernel.spi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of installed modules.
 *
 * @param name the module's name
 * @param version the semantic version
 * @param state what has become of it
 * @param reason why it is FAILED; null otherwise
 * @param sha256 the hash of the jar in hexadecimal
 * @param installedBy the user who installed it
 * @param installedAt when it was installed
 */
public record ModuleState(
        String name,
        String version,
        State state,
        @Nullable String reason,
        String sha256,
        String installedBy,
        Instant installedAt) {

    /** What may become of an installed module. */
    public enum State {
        /** Stored, not started yet. */
        INSTALLED,
        /** Running; it takes new cases. */
        ACTIVE,
        /** Stopped on purpose, or superseded by another version. */
        STOPPED,
        /** Its last start failed; the reason is kept. */
        FAILED
    }
}
