package org.muniflow.casework.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.muniflow.api.time.BusinessCalendar;

class BusinessDaysProperties {

    private static final Map<LocalDate, String> HOLIDAYS =
            FederalHolidaysTest.seeded().stream().collect(Collectors.toMap(Holiday::date, Holiday::name));
    private static final BusinessCalendar CALENDAR = date -> Optional.ofNullable(HOLIDAYS.get(date));

    @Property
    void thePeriodEndsOnABusinessDay(@ForAll("days") LocalDate trigger, @ForAll @IntRange(min = 1, max = 60) int n) {
        assertThat(CALENDAR.isBusinessDay(CALENDAR.plus(trigger, n))).isTrue();
    }

    @Property
    void aLaterTriggerNeverEndsEarlier(@ForAll("days") LocalDate trigger, @ForAll @IntRange(max = 60) int n) {
        assertThat(CALENDAR.plus(trigger.plusDays(1), n)).isAfterOrEqualTo(CALENDAR.plus(trigger, n));
    }

    @Property
    void aLongerPeriodEndsLater(@ForAll("days") LocalDate trigger, @ForAll @IntRange(max = 60) int n) {
        assertThat(CALENDAR.plus(trigger, n + 1)).isAfter(CALENDAR.plus(trigger, n));
    }

    @Property
    void countedAndSkippedDaysMakeUpTheSpan(@ForAll("days") LocalDate trigger, @ForAll @IntRange(max = 60) int n) {
        LocalDate last = CALENDAR.plus(trigger, n);
        assertThat(n + CALENDAR.skipped(trigger, last).size()).isEqualTo(ChronoUnit.DAYS.between(trigger, last));
    }

    @Property
    void twoPeriodsInARowAreOneLongPeriod(
            @ForAll("days") LocalDate trigger,
            @ForAll @IntRange(max = 30) int first,
            @ForAll @IntRange(max = 30) int second) {
        assertThat(CALENDAR.plus(CALENDAR.plus(trigger, first), second))
                .isEqualTo(CALENDAR.plus(trigger, first + second));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        long first = LocalDate.of(2000, 1, 1).toEpochDay();
        return Arbitraries.longs()
                .between(first, LocalDate.of(2060, 8, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }
}
