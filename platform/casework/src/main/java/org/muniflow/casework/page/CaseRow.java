package org.muniflow.casework.page;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A case as listed.
 *
 * @param caseNumber the number
 * @param processKey the process
 * @param recordId the record it is about
 * @param title what it is about
 * @param receivedOn the date of receipt
 * @param state OPEN or ENDED
 * @param outcome the name of the end event; null while open
 */
record CaseRow(
        String caseNumber,
        String processKey,
        String recordId,
        String title,
        LocalDate receivedOn,
        String state,
        @Nullable String outcome) {

    /** The state or outcome in words. */
    public String stands() {
        return outcome != null ? outcome : state.equals("OPEN") ? "Open" : "Ended";
    }
}
