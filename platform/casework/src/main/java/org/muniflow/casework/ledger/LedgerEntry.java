package org.muniflow.casework.ledger;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.ClockDue;

/**
 * A clock of a case.
 *
 * @param id the entry's id
 * @param caseNumber the case
 * @param title what the clock is for
 * @param elementName the step or notice that started it
 * @param computation how its date came about
 * @param escalationGroup the group that hears of a breach; null if none
 * @param state how it stands
 * @param actOn the date of the act; null while there was none
 * @param keyedLate whether a timely act was keyed in after the clock had run out
 * @param note a remark; null if none
 * @param startedAt when it was started in the system, which is not the date from which the law counts
 * @param settledAt when it was settled; null while the act may still come
 */
public record LedgerEntry(
        String id,
        String caseNumber,
        String title,
        String elementName,
        ClockDue computation,
        @Nullable String escalationGroup,
        State state,
        @Nullable LocalDate actOn,
        boolean keyedLate,
        @Nullable String note,
        OffsetDateTime startedAt,
        @Nullable OffsetDateTime settledAt) {

    /** How a clock stands. */
    public enum State {
        /** It runs. */
        RUNNING("running"),
        /** The act was done in time. */
        MET("met"),
        /** The act was done, but late. */
        MET_LATE("met late"),
        /** It ran out without the act. */
        BREACHED("missed"),
        /** The case left the step before the act. */
        CANCELLED("no longer needed");

        private final String words;

        State(String words) {
            this.words = words;
        }

        /**
         * Returns the state for people.
         *
         * @return the words in lower case
         */
        public String words() {
            return words;
        }
    }

    /**
     * Answers "why this date?".
     *
     * @return sentences that name the trigger, the length, the days that were not counted and the section
     */
    public String why() {
        return WhyThisDate.of(computation);
    }
}
