package org.muniflow.api.casework;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Starting cases and telling them what happened. Call this; the platform implements it. */
public interface Cases {

    /**
     * Starts a case about a record: takes the next gap-free case number and starts the process.
     *
     * @param processKey the process, owned by the calling module
     * @param recordId the record the case is about
     * @param title what the case is about in lists, for example the firm's name
     * @param receivedOn the date on which the city received the application or notice (for paper: its stamp)
     * @param variables the flat values the process reads; never business data
     * @return the case number
     * @throws IllegalArgumentException when the process is unknown or takes no new cases
     */
    String start(String processKey, String recordId, String title, LocalDate receivedOn, Map<String, ?> variables);

    /**
     * Correlates a message to the one waiting place of a case.
     *
     * @param message the message's name in the model
     * @param caseNumber the case
     * @param variables the flat values it brings
     * @return true if the case was waiting for it; false if it was not
     */
    boolean message(String message, String caseNumber, Map<String, ?> variables);

    /**
     * Reopens a case at an element, since an act proved timely that was keyed after its clock had run out. An ended case
     * goes on under its number with its last variables; an open case leaves where it was.
     *
     * @param caseNumber the case
     * @param elementId the element to go on before
     * @param reason why, for the journal
     * @param variables values to set; may be empty
     * @throws IllegalArgumentException when the case is unknown or the element is not in its model
     */
    void reopen(String caseNumber, String elementId, String reason, Map<String, ?> variables);

    /**
     * Finds a case.
     *
     * @param caseNumber the case number
     * @return the case, or empty
     */
    Optional<CaseFile> find(String caseNumber);

    /**
     * A case as listed.
     *
     * @param caseNumber the case number
     * @param processKey the process
     * @param recordId the record it is about
     * @param title what it is about
     * @param receivedOn the date of receipt
     * @param state OPEN or ENDED
     * @param outcome the name of the end event; null while open
     */
    record CaseFile(
            String caseNumber,
            String processKey,
            String recordId,
            String title,
            LocalDate receivedOn,
            String state,
            @Nullable String outcome) {}
}
