package org.muniflow.casework.calendar;

import java.time.LocalDate;

/**
 * A day on which the city does no business, as observed.
 *
 * @param date the day on which the holiday is observed; never a weekend for statutory holidays
 * @param name the name in plain words, with "(observed)" when the day was moved from a weekend
 * @param source where it comes from, for example {@code 5 U.S.C. § 6103}
 * @param active false when the city has struck it from its calendar
 */
public record Holiday(LocalDate date, String name, String source, boolean active) {

    /** Checks that the name and the source are given. */
    public Holiday {
        if (name.isBlank() || source.isBlank()) {
            throw new IllegalArgumentException(
                    "The holiday on " + date + " needs a name and a source, for example an ordinance; give both");
        }
    }
}
