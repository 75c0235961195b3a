package org.muniflow.casework.clock;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;

/** The last second of a day in the city: a period includes its last day to the end (T-5). */
public final class EndOfDay {

    private EndOfDay() {}

    /**
     * Returns the last second of a day.
     *
     * @param date the day
     * @param city the city's zone, America/Chicago
     * @return the moment as the engine takes it; right across changes of daylight saving time
     */
    public static Date of(LocalDate date, ZoneId city) {
        return Date.from(date.plusDays(1).atStartOfDay(city).minusSeconds(1).toInstant());
    }
}
