package org.muniflow.casework.clock;

/** A clock exists, but no due date follows from the dates given; the message says why in a sentence for people. */
public final class NotComputable extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String clockId;

    NotComputable(String clockId, String why) {
        super(why);
        this.clockId = clockId;
    }

    /**
     * Returns the clock.
     *
     * @return its id
     */
    public String clockId() {
        return clockId;
    }
}
