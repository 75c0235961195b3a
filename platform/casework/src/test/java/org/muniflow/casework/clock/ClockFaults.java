package org.muniflow.casework.clock;

/** Makes what clocks throw, for tests of other packages. */
public final class ClockFaults {

    private ClockFaults() {}

    /** What a clock throws that no running module defines. */
    public static RuntimeException unknown(String clockId) {
        return new UnknownClock(clockId);
    }
}
