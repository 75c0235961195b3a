package org.muniflow.api.casework;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Clocks that belong to a record and not to a case: terms, bars, expiries that last longer than any process should wait. When
 * the last day of one is over, the platform opens its process once. Call this; the platform implements it. All of it happens
 * in the caller's transaction, if there is one.
 */
public interface RecordClocks {

    /**
     * Starts a clock. One of the same id that still waits for the same record is cancelled, so that a renewal starts the term
     * anew.
     *
     * @param start what to start
     * @return the computed clock
     * @throws IllegalArgumentException when the clock is unknown, counts business days or cannot be computed, or the process is
     *     not one of the module
     */
    ClockDue start(Start start);

    /**
     * Records the act that the clock waits for, by its date and not by the day on which somebody keys it in.
     *
     * @param recordId the record
     * @param clockId the clock
     * @param actOn the date of the act
     * @return true if a clock waited and the act is not after its last day, so that no process will open; false when nothing
     *     waits or the last day was over, in which case nothing has changed
     */
    boolean satisfied(String recordId, String clockId, LocalDate actOn);

    /**
     * Cancels a clock that waits; nothing will open.
     *
     * @param recordId the record
     * @param clockId the clock
     * @param reason why, in a sentence for the record's journal
     * @return true if one waited
     */
    boolean cancel(String recordId, String clockId, String reason);

    /**
     * Returns the clocks of a record.
     *
     * @param recordId the record, one of the module's own
     * @return the clocks in the order of their starts; may be empty
     */
    List<RecordClock> ofRecord(String recordId);

    /**
     * A clock to start.
     *
     * @param recordId the record
     * @param title the title of the case that will be opened, for example the firm's name
     * @param clockId the clock
     * @param trigger the date from which the law counts
     * @param setOn the last day, where a person sets it (PERSON_SET); else null
     * @param processKey the module's process that is opened when the last day is over. It gets {@code recordClock}, the clock's
     *     id, and {@code clockDueOn}, its last day
     */
    record Start(
            String recordId,
            String title,
            String clockId,
            LocalDate trigger,
            @Nullable LocalDate setOn,
            String processKey) {}

    /** How a clock of a record stands. */
    enum State {
        /** Its last day is not over, or its process is about to be opened. */
        WAITING,
        /** The act was done in time. */
        MET,
        /** Its process was opened. */
        OPENED,
        /** It was cancelled, or started anew. */
        CANCELLED
    }

    /**
     * A clock of a record.
     *
     * @param recordId the record
     * @param clock how its last day came about
     * @param state how it stands
     * @param actOn the date of the act; null if there was none
     * @param openedCase the case that was opened; null if none was
     */
    record RecordClock(
            String recordId,
            ClockDue clock,
            State state,
            @Nullable LocalDate actOn,
            @Nullable String openedCase) {}
}
