package org.muniflow.api.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The city's business days: Monday to Friday except the holidays of the city's dated, editable table (reading A-05 of
 * KCMO Code § 3-461(s), which does not define "business day").
 *
 * <p>Counting (T-5): the trigger day is day 0; the next business day is day 1; the last day is included until its end
 * in America/Chicago. Example: 20 business days from Monday 2024-05-20 end on Tuesday 2024-06-18, since 27 May
 * (Memorial Day) is not counted and Juneteenth comes after.
 *
 * <p>Implement only {@link #holiday}; the arithmetic is the same for every table.
 */
@FunctionalInterface
public interface BusinessCalendar {

    /**
     * Returns the name of the holiday observed on a date.
     *
     * @param date the date
     * @return the holiday's name, or empty if the date is none
     */
    Optional<String> holiday(LocalDate date);

    /**
     * Says why a date is not a business day.
     *
     * @param date the date
     * @return the weekday's or the holiday's name, or empty if the date is a business day
     */
    default Optional<String> reasonNotBusiness(LocalDate date) {
        DayOfWeek day = date.getDayOfWeek();
        if (day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY) {
            return Optional.of(day.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        }
        return holiday(date);
    }

    /**
     * Tells whether a date is a business day.
     *
     * @param date the date
     * @return true if it is neither weekend nor holiday
     */
    default boolean isBusinessDay(LocalDate date) {
        return reasonNotBusiness(date).isEmpty();
    }

    /**
     * Returns the last day of a period of business days.
     *
     * @param trigger the day 0; need not be a business day
     * @param amount the number of business days; zero or more. Zero answers the trigger itself
     * @return the last day, included in the period
     * @throws IllegalArgumentException when the amount is negative
     */
    default LocalDate plus(LocalDate trigger, int amount) {
        if (amount < 0) {
            throw new IllegalArgumentException("A period of business days is not negative: " + amount);
        }
        LocalDate date = trigger;
        for (int counted = 0; counted < amount; ) {
            date = date.plusDays(1);
            if (isBusinessDay(date)) {
                counted++;
            }
        }
        return date;
    }

    /**
     * Returns the days that {@link #plus} passed over, with the reason of each.
     *
     * @param trigger the day 0
     * @param last the last day of the period
     * @return the days not counted, in order; may be empty
     */
    default List<Skipped> skipped(LocalDate trigger, LocalDate last) {
        List<Skipped> days = new ArrayList<>();
        for (LocalDate date = trigger.plusDays(1); !date.isAfter(last); date = date.plusDays(1)) {
            LocalDate day = date;
            reasonNotBusiness(day).ifPresent(reason -> days.add(new Skipped(day, reason)));
        }
        return List.copyOf(days);
    }
}
