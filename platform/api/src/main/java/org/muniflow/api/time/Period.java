package org.muniflow.api.time;

import java.time.LocalDate;

/**
 * A length of time that a law states: an amount with its unit.
 *
 * <p>The counting rules are those of the whole city (T-5 to T-9): the trigger day is day 0, the last day is included,
 * months and years are clamped, nothing rolls forward. Examples: {@code Period.of(3, YEARS).lastDay(2024-02-29)} is
 * 2027-02-28; {@code Period.of(30, CALENDAR_DAYS).lastDay(2024-03-01)} is 2024-03-31.
 *
 * @param amount the amount; zero or more
 * @param unit the unit; not {@link Days#BUSINESS_DAYS} for the look-back tests
 */
public record Period(int amount, Days unit) {

    /** Checks that the amount is not negative. */
    public Period {
        if (amount < 0) {
            throw new IllegalArgumentException("A legal period is not negative: " + amount);
        }
    }

    /**
     * Makes a period.
     *
     * @param amount the amount
     * @param unit the unit
     * @return the period
     */
    public static Period of(int amount, Days unit) {
        return new Period(amount, unit);
    }

    /**
     * Returns the last day of the period, included (T-5, T-6, T-7: the anniversary is inside).
     *
     * @param trigger the day 0
     * @param calendar the business calendar; read only for business days
     * @return the last day
     */
    public LocalDate lastDay(LocalDate trigger, BusinessCalendar calendar) {
        return unit == Days.BUSINESS_DAYS ? calendar.plus(trigger, amount) : lastDay(trigger);
    }

    /**
     * Returns the last day of a period that is not in business days.
     *
     * @param trigger the day 0
     * @return the last day, included
     * @throws IllegalStateException for business days and minutes
     */
    public LocalDate lastDay(LocalDate trigger) {
        return switch (unit) {
            case CALENDAR_DAYS -> trigger.plusDays(amount);
            case MONTHS -> trigger.plusMonths(amount);
            case YEARS -> trigger.plusYears(amount);
            case BUSINESS_DAYS, MINUTES ->
                throw new IllegalStateException("A period of " + this + " has no last day without a business calendar");
        };
    }

    /**
     * Tells whether an event lies within the period before a date, both ends included (T-8): E ≤ X and E + N ≥ X.
     *
     * @param event the event E
     * @param before the date X
     * @return true if it does
     */
    public boolean isWithinBefore(LocalDate event, LocalDate before) {
        return !event.isAfter(before) && !lastDay(event).isBefore(before);
    }

    /**
     * Tells whether an event lies at least the period before a date (T-8): E + N ≤ X.
     *
     * @param event the event E
     * @param before the date X
     * @return true if it does
     */
    public boolean isAtLeastBefore(LocalDate event, LocalDate before) {
        return !lastDay(event).isAfter(before);
    }

    /**
     * Returns the earliest event that is still {@linkplain #isWithinBefore within} the period before a date.
     *
     * @param before the date X
     * @return the earliest E with E + N ≥ X
     */
    public LocalDate earliestWithinBefore(LocalDate before) {
        LocalDate candidate = minus(before);
        while (!lastDay(candidate.minusDays(1)).isBefore(before)) {
            candidate = candidate.minusDays(1);
        }
        while (lastDay(candidate).isBefore(before)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }

    /**
     * Returns the latest event that is {@linkplain #isAtLeastBefore at least} the period before a date.
     *
     * @param before the date X
     * @return the latest E with E + N ≤ X; for days it is X − N (T-9)
     */
    public LocalDate latestAtLeastBefore(LocalDate before) {
        LocalDate candidate = minus(before);
        while (!lastDay(candidate.plusDays(1)).isAfter(before)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }

    private LocalDate minus(LocalDate date) {
        return switch (unit) {
            case CALENDAR_DAYS -> date.minusDays(amount);
            case MONTHS -> date.minusMonths(amount);
            case YEARS -> date.minusYears(amount);
            case BUSINESS_DAYS, MINUTES -> throw new IllegalStateException("No look-back is counted in " + unit);
        };
    }

    /** Returns the phrase a clerk would say, for example {@code 20 business days}. */
    @Override
    public String toString() {
        return unit.phrase(amount);
    }
}
