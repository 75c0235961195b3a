package org.muniflow.api.casework;

import java.util.List;

/**
 * Tells who the parties of a record are, so that staff find its cases by their names and see them on the case page. Implement
 * this and add it with {@code Declaration.components}. It is asked in the transaction in which a case about the record starts
 * through {@link Cases#start}, and in which one of the record's pages is saved.
 */
public interface CaseParties {

    /**
     * Names the parties.
     *
     * @param recordId the record
     * @return the parties in the order in which people expect them; empty when the record has none, or is not one of this kind
     */
    List<Party> of(String recordId);

    /**
     * A party.
     *
     * @param role what it is in the matter, in plain words, for example {@code Owner} or {@code Complainant}; at most 60
     *     characters
     * @param name its name; what is longer than 200 characters is cut
     */
    record Party(String role, String name) {}
}
