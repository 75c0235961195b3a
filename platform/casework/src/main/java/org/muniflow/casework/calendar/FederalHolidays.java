package org.muniflow.casework.calendar;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The holidays that federal statute fixes (5 U.S.C. § 6103), on the days on which they are observed: a Saturday holiday
 * on the Friday before, a Sunday holiday on the Monday after. New Year's Day of a year that begins on a Saturday is
 * therefore observed on 31 December of the year before: 2010-12-31 and 2021-12-31 are holidays (reading A-05).
 *
 * <p>Not modelled: Inauguration Day (only the Washington area) and one-off closings by executive order (T-4).
 */
final class FederalHolidays {

    private static final String STATUTE = "5 U.S.C. § 6103";
    private static final int FIRST_MARTIN_LUTHER_KING_DAY = 1986;
    private static final int FIRST_JUNETEENTH = 2021;

    private FederalHolidays() {}

    /**
     * Returns the holidays that a calendar year observes.
     *
     * @param year the year; 1978 or later, since Veterans Day stood elsewhere before
     * @return the observed holidays in order of date; they may include the next year's New Year's Day on 31 December
     */
    static List<Holiday> observedIn(int year) {
        return Stream.concat(ofYear(year), ofYear(year + 1))
                .filter(holiday -> holiday.date().getYear() == year)
                .sorted(Comparator.comparing(Holiday::date))
                .toList();
    }

    private static Stream<Holiday> ofYear(int year) {
        return Stream.of(
                        Stream.of(
                                fixed(year, Month.JANUARY, 1, "New Year's Day"),
                                weekday(year, Month.FEBRUARY, 3, "Washington's Birthday"),
                                of(LocalDate.of(year, Month.MAY, 1).with(lastInMonth(MONDAY)), "Memorial Day"),
                                fixed(year, Month.JULY, 4, "Independence Day"),
                                weekday(year, Month.SEPTEMBER, 1, "Labor Day"),
                                weekday(year, Month.OCTOBER, 2, "Columbus Day"),
                                fixed(year, Month.NOVEMBER, 11, "Veterans Day"),
                                of(
                                        LocalDate.of(year, Month.NOVEMBER, 1).with(dayOfWeekInMonth(4, THURSDAY)),
                                        "Thanksgiving Day"),
                                fixed(year, Month.DECEMBER, 25, "Christmas Day")),
                        since(
                                FIRST_MARTIN_LUTHER_KING_DAY,
                                year,
                                () -> weekday(year, Month.JANUARY, 3, "Birthday of Martin Luther King, Jr.")),
                        since(
                                FIRST_JUNETEENTH,
                                year,
                                () -> fixed(year, Month.JUNE, 19, "Juneteenth National Independence Day")))
                .flatMap(holidays -> holidays);
    }

    private static Stream<Holiday> since(int first, int year, Supplier<Holiday> holiday) {
        return year < first ? Stream.empty() : Stream.of(holiday.get());
    }

    private static Holiday weekday(int year, Month month, int ordinal, String name) {
        return of(LocalDate.of(year, month, 1).with(dayOfWeekInMonth(ordinal, MONDAY)), name);
    }

    private static Holiday fixed(int year, Month month, int day, String name) {
        LocalDate date = LocalDate.of(year, month, day);
        DayOfWeek weekday = date.getDayOfWeek();
        return switch (weekday) {
            case SATURDAY -> of(date.minusDays(1), name + " (observed)");
            case SUNDAY -> of(date.plusDays(1), name + " (observed)");
            default -> of(date, name);
        };
    }

    private static Holiday of(LocalDate date, String name) {
        return new Holiday(date, name, STATUTE, true);
    }
}
