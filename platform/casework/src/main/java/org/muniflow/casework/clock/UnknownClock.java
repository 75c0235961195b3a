package org.muniflow.casework.clock;

/** No active module defines the clock. */
public final class UnknownClock extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UnknownClock(String clockId) {
        super("The clock " + clockId + " is unknown; check its id or add a row to the module's clocks table");
    }
}
