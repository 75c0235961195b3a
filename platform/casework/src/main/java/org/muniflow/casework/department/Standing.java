package org.muniflow.casework.department;

/**
 * How a department stands towards people who want something of it.
 *
 * @param kind how it stands
 * @param sentence what to tell them, in one sentence with what to do; empty when it is open
 */
public record Standing(Kind kind, String sentence) {

    /** How a department may stand. */
    public enum Kind {
        /** It runs and takes new cases. */
        OPEN,
        /** It runs, goes on with its cases and takes no new ones. */
        FINISHING,
        /** It does not run now and will again; its cases wait. */
        AWAY,
        /** It has been retired or removed; what it left can be read. */
        GONE,
        /** There never was such a department. */
        UNKNOWN
    }

    static final Standing OPEN = new Standing(Kind.OPEN, "");

    /**
     * Tells whether its pages and registers answer.
     *
     * @return true when a version runs
     */
    public boolean runs() {
        return kind == Kind.OPEN || kind == Kind.FINISHING;
    }

    /**
     * Returns the HTTP status of an answer that only says the sentence.
     *
     * @return 503 when it will be back, 404 when it will not
     */
    public int status() {
        return kind == Kind.GONE || kind == Kind.UNKNOWN ? 404 : 503;
    }
}
