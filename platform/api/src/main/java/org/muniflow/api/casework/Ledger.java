package org.muniflow.api.casework;

import java.time.LocalDate;

/** The ledger of the clocks of cases. Call this; the platform implements it. */
public interface Ledger {

    /**
     * Tells whether an act was in time for a clock of a case, by the date of the act and not by the day on which somebody
     * keys it in. When the clock has already run out without the act, a timely act settles it as met, "keyed late"; the
     * caller then lets the case go on where the act belongs.
     *
     * @param caseNumber the case
     * @param clockId the clock, for example {@code C-105}; the latest of that id counts
     * @param actOn the date of the act: receipt or filing
     * @return true if the act is not after the clock's last day
     * @throws IllegalArgumentException when no such clock has been started on the case
     */
    boolean timelyAct(String caseNumber, String clockId, LocalDate actOn);

    /**
     * Pauses a clock: from a day on, no day counts until it is resumed. Timers and due dates of tasks that hang on the clock wait
     * with it, in the same transaction.
     *
     * @param caseNumber the case
     * @param clockId the clock; the latest of that id that is not settled
     * @param from the first day that does not count; not before the clock's trigger, not in the future
     * @param cause why, and by which section or order
     * @throws IllegalArgumentException when no such clock is open on the case
     * @throws org.muniflow.api.page.Rejected when the date or the cause does not allow it
     */
    default void pause(String caseNumber, String clockId, LocalDate from, Cause cause) {
        throw new UnsupportedOperationException("This ledger does not pause clocks");
    }

    /**
     * Lets a paused clock run on. Its last day moves by the days of the pause: business days are counted on, other periods end as
     * many calendar days later.
     *
     * @param caseNumber the case
     * @param clockId the clock; the latest of that id that is not settled
     * @param on the first day that counts again; the first day of the pause takes the pause back
     * @param cause why, and by which section or order
     * @return the new last day
     * @throws IllegalArgumentException when no such clock is open on the case
     * @throws org.muniflow.api.page.Rejected when the clock is not paused, or the date or the cause does not allow it
     */
    default LocalDate resume(String caseNumber, String clockId, LocalDate on, Cause cause) {
        throw new UnsupportedOperationException("This ledger does not resume clocks");
    }

    /**
     * Extends a clock to a later last day, which a person sets for cause. The date stands; edits of the holidays do not move it,
     * a later pause does.
     *
     * @param caseNumber the case
     * @param clockId the clock; the latest of that id that is not settled
     * @param until the new last day, after the present one
     * @param cause why, and by which section or order
     * @throws IllegalArgumentException when no such clock is open on the case
     * @throws org.muniflow.api.page.Rejected when the date or the cause does not allow it
     */
    default void extend(String caseNumber, String clockId, LocalDate until, Cause cause) {
        throw new UnsupportedOperationException("This ledger does not extend clocks");
    }

    /**
     * Why a clock is changed.
     *
     * @param reason a sentence for the case's journal and everyone who asks for the date; without personal data
     * @param cites the section of law, or the order, that allows it
     */
    record Cause(String reason, String cites) {}
}
