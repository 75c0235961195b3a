package org.muniflow.server.operations;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Moments the way the operators' pages print them.
 *
 * @param zone the city's time zone
 */
record Moments(ZoneId zone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MMM d, uuuu, h:mm a", Locale.US);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);

    /** A moment in the city's time, for example {@code Mar 9, 2026, 3:04 PM}. */
    public String time(@Nullable OffsetDateTime moment) {
        return moment == null ? "" : TIME.format(moment.atZoneSameInstant(zone));
    }

    /** The city's date of a moment, for example {@code Mar 9, 2026}. */
    public String day(@Nullable OffsetDateTime moment) {
        return moment == null ? "" : DAY.format(moment.atZoneSameInstant(zone));
    }

    /** A date, for example {@code Mar 9, 2026}. */
    public String day(@Nullable LocalDate date) {
        return date == null ? "" : DAY.format(date);
    }

    /** Ends what a person typed as a sentence ends. */
    static String sentence(String typed) {
        String text = typed.strip().replaceAll("\\s+", " ");
        return text.endsWith(".") || text.endsWith("!") || text.endsWith("?") ? text : text + ".";
    }
}
