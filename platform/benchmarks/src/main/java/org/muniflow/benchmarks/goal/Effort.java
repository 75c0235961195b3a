package org.muniflow.benchmarks.goal;

/**
 * How thoroughly is measured.
 *
 * @param quick whether it only has to show that everything works
 * @param finished how many ended cases lie behind the open ones
 */
public record Effort(boolean quick, int finished) {

    /**
     * Chooses an amount.
     *
     * @param whole for a real measurement
     * @param short_ to see whether everything works
     * @return one of the two
     */
    public int of(int whole, int short_) {
        return quick ? short_ : whole;
    }

    /**
     * Returns how often is measured, the discarded first time not counted.
     *
     * @return the number of repeats
     */
    public int repeats() {
        return of(3, 1);
    }
}
