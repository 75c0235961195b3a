package org.muniflow.server.operator;

import java.util.List;

/** Why a command ends without having done what was asked. */
final class Unable extends RuntimeException {

    /** The server refused it. */
    static final int REFUSED = 1;

    /** The command itself is wrong. */
    static final int NOT_UNDERSTOOD = 2;

    /** No server answers. */
    static final int UNREACHABLE = 3;

    /** Nobody, or nobody who may do this, is signed in. */
    static final int SIGN_IN = 4;

    private static final long serialVersionUID = 1L;

    private final int exit;
    private final transient List<String> reasons;

    Unable(int exit, String message) {
        this(exit, message, List.of());
    }

    Unable(int exit, String message, List<String> reasons) {
        super(message);
        this.exit = exit;
        this.reasons = List.copyOf(reasons);
    }

    int exit() {
        return exit;
    }

    List<String> reasons() {
        return reasons;
    }
}
