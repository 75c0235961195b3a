package org.muniflow.casework.ledger;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.ClockDue;
import org.muniflow.casework.clock.ClockKind;

/**
 * A clock of a case.
 *
 * @param id the entry's id
 * @param caseNumber the case
 * @param title what the clock is for
 * @param elementName the step or notice that started it
 * @param computation how its date comes about now; while the clock is paused, how it came about before the pause
 * @param first how its date came about when the clock started; the same as {@code computation} unless it was changed
 * @param changes pauses, extensions and new counts, in their order; empty for most clocks
 * @param escalationGroup the group that hears of a breach; null if none
 * @param state how it stands
 * @param actOn the date of the act; null while there was none
 * @param keyedLate whether a timely act was keyed in after the clock had run out
 * @param note a remark; null if none
 * @param startedAt when it was started in the system, which is not the date from which the law counts
 * @param settledAt when it was settled; null while the act may still come
 * @param pausedOn the first day that does not count; null unless the clock is paused
 */
public record LedgerEntry(
        String id,
        String caseNumber,
        String title,
        String elementName,
        ClockDue computation,
        ClockDue first,
        List<ClockChange> changes,
        @Nullable String escalationGroup,
        State state,
        @Nullable LocalDate actOn,
        boolean keyedLate,
        @Nullable String note,
        OffsetDateTime startedAt,
        @Nullable OffsetDateTime settledAt,
        @Nullable LocalDate pausedOn) {

    /** Copies the changes. */
    public LedgerEntry {
        changes = List.copyOf(changes);
    }

    /** How a clock stands. */
    public enum State {
        /** It runs. */
        RUNNING("running"),
        /** No day counts until it runs on. */
        PAUSED("paused"),
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
     * @return sentences that name the trigger, the length, the days that were not counted and the section, then every pause,
     *     extension and new count
     */
    public String why() {
        return WhyThisDate.of(this);
    }

    /**
     * Returns the last day.
     *
     * @return the day; null while the clock is paused, and for a window, which is open until its step is left
     */
    public @Nullable LocalDate lastDay() {
        return state == State.PAUSED || isWindow() ? null : computation.due();
    }

    /**
     * Tells whether it is a window between two happenings, which no date ends.
     *
     * @return true if so
     */
    public boolean isWindow() {
        return computation.kind().equals(ClockKind.WINDOW.name());
    }

    /**
     * Tells whether people may still pause, resume or extend it.
     *
     * @return true while the act may still come
     */
    public boolean open() {
        return settledAt == null;
    }

    LedgerEntry with(List<ClockChange> made) {
        return changed(computation, state, pausedOn, made);
    }

    LedgerEntry changed(ClockDue now, State stands, @Nullable LocalDate paused, List<ClockChange> made) {
        return new LedgerEntry(
                id,
                caseNumber,
                title,
                elementName,
                now,
                first,
                made,
                escalationGroup,
                stands,
                actOn,
                keyedLate,
                note,
                startedAt,
                settledAt,
                paused);
    }
}
