package org.muniflow.casework.ledger;

import java.time.LocalDate;

/** Sweeps for tests of other packages. */
public final class SweepForTests {

    private SweepForTests() {}

    /** Marks what has run out, and returns how many were marked. */
    public static int sweep(ClockLedger ledger, LocalDate today) {
        return ledger.sweep(today);
    }
}
