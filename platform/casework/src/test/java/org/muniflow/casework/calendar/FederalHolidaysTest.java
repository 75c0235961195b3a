package org.muniflow.casework.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FederalHolidaysTest {

    /** Source: https://www.opm.gov/policy-data-oversight/pay-leave/federal-holidays/ */
    @ParameterizedTest
    @CsvSource({
        "2010-12-31, New Year's Day (observed)", // Friday; 1 January 2011 is a Saturday
        "2021-06-18, Juneteenth National Independence Day (observed)", // Friday
        "2021-07-05, Independence Day (observed)", // Monday
        "2021-12-24, Christmas Day (observed)", // Friday
        "2021-12-31, New Year's Day (observed)", // Friday
        "2023-01-02, New Year's Day (observed)", // Monday
        "2023-11-10, Veterans Day (observed)", // Friday
        "2024-05-27, Memorial Day", // Monday
        "2024-06-19, Juneteenth National Independence Day", // Wednesday
        "2024-10-14, Columbus Day", // Monday
        "2024-11-28, Thanksgiving Day", // Thursday
        "2025-01-20, 'Birthday of Martin Luther King, Jr.'", // Monday
        "2026-02-16, Washington's Birthday", // Monday
        "2026-07-03, Independence Day (observed)", // Friday
        "2026-09-07, Labor Day", // Monday
    })
    void observedHolidaysMatchTheOfficialList(LocalDate date, String name) {
        assertThat(FederalHolidays.observedIn(date.getYear()))
                .filteredOn(holiday -> holiday.date().equals(date))
                .extracting(Holiday::name)
                .containsExactly(name);
    }

    @Test
    void holidaysBeginWithTheirStatute() {
        assertThat(names(1985)).noneMatch(name -> name.contains("King"));
        assertThat(names(1986)).anyMatch(name -> name.contains("King"));
        assertThat(names(2020)).noneMatch(name -> name.contains("Juneteenth"));
        assertThat(names(2021)).anyMatch(name -> name.contains("Juneteenth"));
    }

    @Test
    void noHolidayIsLostAndNoneFallsOnAWeekend() {
        List<Holiday> all = seeded();
        assertThat(all).extracting(Holiday::date).doesNotHaveDuplicates();
        assertThat(all).noneMatch(holiday -> Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)
                .contains(holiday.date().getDayOfWeek()));
        Map<String, Long> perName = all.stream()
                .map(holiday -> holiday.name().replace(" (observed)", ""))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(perName.get("Christmas Day")).isEqualTo(61);
        assertThat(perName.get("Juneteenth National Independence Day")).isEqualTo(40);
        // 2000 to 2060 begin; 2000 was a Saturday, so its day lies in 1999; 2061 begins on a Saturday.
        assertThat(perName.get("New Year's Day")).isEqualTo(61);
    }

    /** Jollyday (with Missouri, since it files Columbus Day under the states) is right except for New Year's Day on a Saturday, which it does not move to 31 December. */
    @Test
    void jollydayAgreesExceptForNewYearsDayOnASaturday() {
        HolidayManager jollyday = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_STATES));
        Set<LocalDate> misses = new TreeSet<>();
        for (int year = HolidaySeed.FIRST_YEAR; year <= HolidaySeed.LAST_YEAR; year++) {
            Set<LocalDate> theirs = jollyday.getHolidays(Year.of(year), "mo").stream()
                    .map(de.focus_shift.jollyday.core.Holiday::getDate)
                    .collect(Collectors.toSet());
            FederalHolidays.observedIn(year).stream()
                    .map(Holiday::date)
                    .filter(date -> !theirs.contains(date))
                    .forEach(misses::add);
        }
        assertThat(misses).allMatch(date -> date.getMonthValue() == 12 && date.getDayOfMonth() == 31);
        assertThat(misses).contains(LocalDate.of(2010, 12, 31), LocalDate.of(2021, 12, 31)); // both Fridays
    }

    static List<Holiday> seeded() {
        return IntStream.rangeClosed(HolidaySeed.FIRST_YEAR, HolidaySeed.LAST_YEAR)
                .mapToObj(FederalHolidays::observedIn)
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> names(int year) {
        return FederalHolidays.observedIn(year).stream().map(Holiday::name).toList();
    }
}
