package org.muniflow.server.backup;

import java.util.List;

/** Why a backup or restore was not done, in words for the operator. */
public final class NotPossible extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;

    NotPossible(String message) {
        this(message, List.of());
    }

    NotPossible(String message, List<String> reasons) {
        super(message);
        this.reasons = List.copyOf(reasons);
    }

    NotPossible(String message, Throwable cause) {
        super(message, cause);
        this.reasons = List.of();
    }

    /**
     * Returns each reason by itself.
     *
     * @return the reasons; empty when the message says it all
     */
    public List<String> reasons() {
        return reasons;
    }
}
