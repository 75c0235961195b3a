package org.muniflow.api.report;

/**
 * How often a report is due: at the latest so long after the last one was delivered. The length is a clock of the module, so
 * that it is law as dated data.
 *
 * @param clockId the clock that counts from the delivery of the last report, for example {@code C-204}; before the first one it
 *     counts from the day on which the city's platform first knew of the duty
 * @param warnDays how many calendar days before its last day an undelivered report is shown as pressing
 */
public record Recurrence(String clockId, int warnDays) {

    /** Checks the number of days. */
    public Recurrence {
        if (warnDays < 0) {
            throw new IllegalArgumentException("A report is not pressing " + warnDays + " days before its last day");
        }
    }
}
