package org.muniflow.casework.notice;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A date in a letter: printed in words, so that nobody takes 6/5 for the sixth of May.
 *
 * @param date the date
 * @param language the letter's language
 */
record PrintedDate(LocalDate date, String language) {

    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US);
    private static final DateTimeFormatter SPANISH =
            DateTimeFormatter.ofPattern("d 'de' MMMM 'de' yyyy", Locale.forLanguageTag("es-US"));

    /** A date in English. */
    PrintedDate(LocalDate date) {
        this(date, "en");
    }

    /** Returns the date as {@code June 18, 2026} or {@code 18 de junio de 2026}. */
    @Override
    public String toString() {
        return (language.equals("es") ? SPANISH : ENGLISH).format(date);
    }
}
