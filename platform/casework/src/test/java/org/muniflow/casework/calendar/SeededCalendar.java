package org.muniflow.casework.calendar;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.muniflow.api.time.BusinessCalendar;

/** The calendar that a fresh city has, without a database. */
public final class SeededCalendar {

    private SeededCalendar() {}

    /** Returns the federal holidays of 2000 to 2060. */
    public static BusinessCalendar federal() {
        Map<LocalDate, String> holidays =
                FederalHolidaysTest.seeded().stream().collect(Collectors.toMap(Holiday::date, Holiday::name));
        return date -> Optional.ofNullable(holidays.get(date));
    }
}
