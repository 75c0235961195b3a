package org.muniflow.casework.worklist;

/**
 * How many tasks there are, counted up to a thousand: beyond that nobody needs the number and the database is spared.
 *
 * @param counted the number, at most {@value #MOST}
 * @param more whether there are more
 */
public record WorkCount(int counted, boolean more) {

    /** The most that is counted. */
    public static final int MOST = 1000;

    /** Prints the number as a page shows it, for example {@code 12} or {@code 1000+}. */
    @Override
    public String toString() {
        return more ? counted + "+" : Integer.toString(counted);
    }
}
