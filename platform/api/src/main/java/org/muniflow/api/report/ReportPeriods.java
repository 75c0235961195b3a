package org.muniflow.api.report;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;

/**
 * Periods of equal length that follow each other without a gap: months, quarters, fiscal years. Each is counted from the first
 * day of one of them and not from the period before it, so that a period that begins on the 31st does so again after February.
 *
 * @param firstDay the first day of one of the periods, for example May 1 of any year for a fiscal year that begins in May
 * @param months how many months each has; at least one
 */
public record ReportPeriods(LocalDate firstDay, int months) {

    private static final LocalDate NEW_YEAR = LocalDate.of(2000, 1, 1);

    /** Checks the length. */
    public ReportPeriods {
        if (months < 1) {
            throw new IllegalArgumentException("A report covers at least one month, not " + months);
        }
    }

    /**
     * A period.
     *
     * @param from its first day
     * @param to its last day, included
     */
    public record Span(LocalDate from, LocalDate to) {}

    /**
     * Returns the calendar months.
     *
     * @return January, February and so on
     */
    public static ReportPeriods everyMonth() {
        return new ReportPeriods(NEW_YEAR, 1);
    }

    /**
     * Returns the quarters of the calendar year.
     *
     * @return those that end on March 31, June 30, September 30 and December 31
     */
    public static ReportPeriods everyQuarter() {
        return new ReportPeriods(NEW_YEAR, 3);
    }

    /**
     * Returns the halves of the calendar year.
     *
     * @return those that end on June 30 and December 31
     */
    public static ReportPeriods everyHalfYear() {
        return new ReportPeriods(NEW_YEAR, 6);
    }

    /**
     * Returns the calendar years.
     *
     * @return those that end on December 31
     */
    public static ReportPeriods everyYear() {
        return new ReportPeriods(NEW_YEAR, 12);
    }

    /**
     * Returns years that begin on another day, such as a fiscal year.
     *
     * @param begins the day on which each begins
     * @return the years
     */
    public static ReportPeriods everyYearFrom(MonthDay begins) {
        return new ReportPeriods(begins.atYear(NEW_YEAR.getYear()), 12);
    }

    /**
     * Returns the period in which a day is.
     *
     * @param day the day
     * @return the period
     */
    public Span containing(LocalDate day) {
        long number = Math.floorDiv(ChronoUnit.MONTHS.between(firstDay, day), months);
        while (first(number).isAfter(day)) {
            number--;
        }
        while (!first(number + 1).isAfter(day)) {
            number++;
        }
        return new Span(first(number), first(number + 1).minusDays(1));
    }

    private LocalDate first(long number) {
        return firstDay.plusMonths(number * months);
    }
}
