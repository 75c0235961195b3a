package org.muniflow.api.casework;

import java.time.LocalDate;

/**
 * Hears what staff did to a case against its ordinary course, so that the module's record follows. Implement this and add it
 * with {@code Declaration.components}; each method that is not implemented does nothing.
 *
 * <p>It is called in the act's transaction, after the case was changed: what it writes commits with the act or not at all. It
 * may refuse the act by throwing {@link org.muniflow.api.page.Rejected}; the sentence is shown to whoever acts. While the
 * module does not run the act is done all the same, and this is called when the module runs again; a refusal then comes too
 * late and is written into the log until it is no refusal any more.
 */
public interface CaseCorrections {

    /**
     * A case was voided: it should never have been opened.
     *
     * @param correction what was done
     */
    default void voided(Correction correction) {}

    /**
     * A case was withdrawn whose model has no way of its own for it.
     *
     * @param correction what was done
     * @param receivedOn the day on which the city received the withdrawal
     */
    default void withdrawn(Correction correction, LocalDate receivedOn) {}

    /**
     * A case went back to an earlier step; one that had ended is open again.
     *
     * @param correction what was done
     * @param elementId the element of the model before which it goes on
     */
    default void wentBack(Correction correction, String elementId) {}

    /**
     * An act of staff.
     *
     * @param caseNumber the case
     * @param processKey its process
     * @param recordId the record it is about; empty if none
     * @param reason why, as it stands in the journal
     * @param by who did it; of two people the one who agreed
     * @param on the day of the act
     */
    record Correction(String caseNumber, String processKey, String recordId, String reason, String by, LocalDate on) {}
}
