package org.muniflow.api.time;

/** The unit in which a legal period is counted. */
public enum Days {
    /** Monday to Friday except the city's holidays (reading A-05). */
    BUSINESS_DAYS("business day"),
    /** Every day; the last day is not moved when it falls on a weekend or holiday (reading A-08). */
    CALENDAR_DAYS("calendar day"),
    /** Months: same day number, clamped to the last day of the target month (reading A-06). */
    MONTHS("month"),
    /** Years: same month and day, 29 February clamped to 28 February (reading A-06). */
    YEARS("year"),
    /** Minutes of the clock, for speaking times. */
    MINUTES("minute");

    private final String word;

    Days(String word) {
        this.word = word;
    }

    /**
     * Prints an amount of this unit the way a clerk would say it.
     *
     * @param amount the amount
     * @return for example {@code 20 business days}
     */
    public String phrase(int amount) {
        return amount + " " + word + (amount == 1 ? "" : "s");
    }
}
