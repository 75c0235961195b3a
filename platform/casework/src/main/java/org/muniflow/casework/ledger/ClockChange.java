package org.muniflow.casework.ledger;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A change of a clock after its start. Changes are added and never edited; the last day follows from the first computation and
 * all changes in their order.
 *
 * @param number counts the clock's changes from 1
 * @param kind what was changed
 * @param effectiveOn the first day that does not count (PAUSED), the first that counts again (RESUMED), the new last day
 *     (EXTENDED), or the day on which the holiday table was edited (CALENDAR)
 * @param oldDue the last day before
 * @param newDue the last day after; null while the clock is paused
 * @param reason why, in a sentence
 * @param cites the section or order that allows it
 * @param actor who keyed it in; null when no person did
 * @param changedAt when it was keyed in
 */
public record ClockChange(
        int number,
        Kind kind,
        LocalDate effectiveOn,
        LocalDate oldDue,
        @Nullable LocalDate newDue,
        String reason,
        String cites,
        @Nullable String actor,
        OffsetDateTime changedAt) {

    /** What was changed. */
    public enum Kind {
        /** No day counts from its date on. */
        PAUSED("Paused"),
        /** Days count again from its date on. */
        RESUMED("Resumed"),
        /** The last day was moved to a later date for cause. */
        EXTENDED("Extended"),
        /** The city's holidays were edited. */
        CALENDAR("Holidays edited");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /**
         * Returns the kind for people.
         *
         * @return the words
         */
        public String words() {
            return words;
        }
    }
}
