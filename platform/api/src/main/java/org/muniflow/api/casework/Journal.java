package org.muniflow.api.casework;

import org.jspecify.annotations.Nullable;

/** The append-only account of what happened; rows commit with the step. Call this; the platform implements it. */
public interface Journal {

    /**
     * Writes one entry.
     *
     * @param caseNumber the case; null for an entry that concerns a record before there is a case
     * @param recordId the record; null if none
     * @param what what happened, one plain sentence without personal data beyond names of parties
     * @param cites the section of law; empty if none
     */
    void write(@Nullable String caseNumber, @Nullable String recordId, String what, String cites);
}
