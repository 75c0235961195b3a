package org.muniflow.api.report;

import org.jspecify.annotations.Nullable;

/**
 * How often a report is due. The time in which it is due is a clock of the module, so that it is law as dated data. A clock of
 * kind NONE, for a law that asks for the report and states no day, needs a target in its row; the report then says that its day is
 * the city's own.
 *
 * @param from from what the clock counts
 * @param clockId the clock, for example {@code C-204}
 * @param warnDays how many calendar days before its last day an undelivered report is shown as pressing
 * @param periods for {@link From#END_OF_PERIOD} the periods that the reports cover; null otherwise
 */
public record Recurrence(
        From from, String clockId, int warnDays, @Nullable ReportPeriods periods) {

    /** From what the clock of a report counts. */
    public enum From {
        /** From the delivery of the last report; before the first one, from the day on which the platform first knew of the duty. */
        LAST_DELIVERY,
        /** From the last day of each period, whether or not the report on the period before was delivered. */
        END_OF_PERIOD,
        /** From each day that {@link ReportDuty#occasions()} names. */
        OCCASION
    }

    /** Checks the number of days, and that there are periods exactly where they count. */
    public Recurrence {
        if (warnDays < 0) {
            throw new IllegalArgumentException("A report is not pressing " + warnDays + " days before its last day");
        }
        if ((from == From.END_OF_PERIOD) != (periods != null)) {
            throw new IllegalArgumentException("A report that is due from " + from + " has "
                    + (periods == null ? "periods; name them" : "no periods; leave them out"));
        }
    }

    /**
     * Makes a recurrence from the delivery of the last report.
     *
     * @param clockId the clock
     * @param warnDays how many days before its last day a report is pressing
     */
    public Recurrence(String clockId, int warnDays) {
        this(From.LAST_DELIVERY, clockId, warnDays, null);
    }

    /**
     * Makes a recurrence after the end of each period: the 30 days after each quarter, for example.
     *
     * @param periods the periods
     * @param clockId the clock
     * @param warnDays how many days before its last day a report is pressing
     * @return the recurrence
     */
    public static Recurrence afterEach(ReportPeriods periods, String clockId, int warnDays) {
        return new Recurrence(From.END_OF_PERIOD, clockId, warnDays, periods);
    }

    /**
     * Makes a recurrence that is none: one report after each of some happenings, the revision of an ordinance for example.
     *
     * @param clockId the clock
     * @param warnDays how many days before its last day a report is pressing
     * @return the recurrence
     */
    public static Recurrence afterEachOccasion(String clockId, int warnDays) {
        return new Recurrence(From.OCCASION, clockId, warnDays, null);
    }
}
