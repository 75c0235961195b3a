package org.muniflow.casework.clock;

/** How a clock runs. */
public enum ClockKind {
    /** From one date forward: a deadline, a term, a bar. */
    FORWARD,
    /** From one date backward: what must lie, or not lie, in the time before it. */
    LOOK_BACK,
    /** Forward from the later of several dates. */
    LATER_OF,
    /** Open between two happenings; it has no length. */
    WINDOW,
    /** Minutes of speaking time in a hearing. */
    MINUTES,
    /** A person sets the date. */
    PERSON_SET,
    /** No time is stated; at most an internal target. */
    NONE
}
