package org.muniflow.casework.notice;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A date in a letter: printed in words, so that nobody takes 6/5 for the sixth of May. */
record PrintedDate(LocalDate date) {

    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US);

    /** Returns the date as {@code June 18, 2026}. */
    @Override
    public String toString() {
        return WORDS.format(date);
    }
}
