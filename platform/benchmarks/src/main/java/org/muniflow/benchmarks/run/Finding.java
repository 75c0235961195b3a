package org.muniflow.benchmarks.run;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line of the results.
 *
 * @param goal the goal, for example {@code G2}
 * @param what what was measured
 * @param unit the unit of the two
 * @param base the bare engine, or what the platform is compared with
 * @param platform the platform
 * @param judged the number that the goal speaks of, for example the ratio of the two
 * @param limit what it may at most be; at least, if {@code atLeast}; null when the line only informs
 * @param stretch the stretch goal; null if there is none
 * @param atLeast whether more is better
 */
public record Finding(
        String goal,
        String what,
        String unit,
        @Nullable Spread base,
        Spread platform,
        Spread judged,
        @Nullable Double limit,
        @Nullable Double stretch,
        boolean atLeast) {

    /**
     * Makes a line whose ratio may at most be so much.
     *
     * @param goal the goal
     * @param what what was measured
     * @param unit the unit
     * @param base the base
     * @param platform the platform
     * @param ratio the ratio
     * @param limit the most
     * @param stretch the stretch goal; null if there is none
     * @return the line
     */
    public static Finding atMost(
            String goal,
            String what,
            String unit,
            Spread base,
            Spread platform,
            Spread ratio,
            double limit,
            @Nullable Double stretch) {
        return new Finding(goal, what, unit, base, platform, ratio, limit, stretch, false);
    }

    /**
     * Makes a line that informs.
     *
     * @param goal the goal
     * @param what what was measured
     * @param unit the unit
     * @param base the base
     * @param platform the platform
     * @param ratio the ratio
     * @return the line
     */
    public static Finding note(
            String goal, String what, String unit, @Nullable Spread base, Spread platform, Spread ratio) {
        return new Finding(goal, what, unit, base, platform, ratio, null, null, false);
    }

    /**
     * Says how it stands with the goal.
     *
     * @return {@code stretch}, {@code met}, {@code MISSED}; empty for a line that informs
     */
    public String verdict() {
        if (limit == null) {
            return "";
        }
        if (!holds(limit)) {
            return "MISSED";
        }
        return stretch != null && holds(stretch) ? "stretch" : "met";
    }

    private boolean holds(double bound) {
        return atLeast ? judged.median() >= bound : judged.median() <= bound;
    }

    /**
     * Prints the goal.
     *
     * @return for example {@code ≤ 1.25}; empty for a line that informs
     */
    public String bound() {
        return limit == null
                ? ""
                : (atLeast ? "≥ " : "≤ ") + String.format(Locale.ROOT, limit < 10 ? "%.2f" : "%.0f", limit);
    }
}
