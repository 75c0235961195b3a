package org.muniflow.kernel.spi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of installed modules.
 *
 * @param name the module's name
 * @param version the semantic version
 * @param state what has become of it
 * @param reason why it is FAILED, what an INSTALLED one lacks, or which publications for the version before an ACTIVE one
 *     does not have; null otherwise
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

    /**
     * Returns name and version.
     *
     * @return the id
     */
    public ModuleId id() {
        return new ModuleId(name, version);
    }

    /** What may become of an installed module. */
    public enum State {
        /** Stored; something that it requires is missing, and the reason names it. */
        INSTALLED,
        /** All that it requires is there; it is being started. */
        RESOLVED,
        /** Runs and takes new cases. At most one version of a module is ACTIVE. */
        ACTIVE,
        /** Runs and takes no new cases; its own go on. */
        DRAINING,
        /** Stopped by an operator; its jobs wait, its tasks cannot be completed. */
        STOPPED,
        /** Nothing needed it any more; it may be uninstalled. */
        RETIRED,
        /** Its last start failed; the reason is kept. */
        FAILED;

        /**
         * Says whether a module in this state runs on every node.
         *
         * @return true for ACTIVE and DRAINING
         */
        public boolean runs() {
            return this == ACTIVE || this == DRAINING;
        }
    }
}
