package org.muniflow.casework.bundle;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Dates and codes as the record prints them.
 *
 * @param zone the city's time zone
 * @param city the city's name
 */
record RecordWords(ZoneId zone, String city) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MMM d, uuuu, h:mm:ss a", Locale.US);

    /** A date, for example {@code March 9, 2026}. */
    public String day(@Nullable LocalDate date) {
        return date == null ? "" : DAY.format(date);
    }

    /** A moment in the city's time. */
    public String time(@Nullable OffsetDateTime moment) {
        return moment == null ? "" : TIME.format(moment.atZoneSameInstant(zone));
    }

    /** A code in words, for example {@code Certified mail}. */
    public String code(@Nullable Object code) {
        String words = code == null ? "" : code.toString().replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Breaks a long hash where it may be broken. */
    public String hash(String sha256) {
        return sha256.replaceAll("(.{16})(?=.)", "$1 ");
    }
}
