package org.muniflow.api.module;

import java.util.Set;

/**
 * A part of the department's files that is not for everybody who may see the case, for example what was found in an
 * investigation. A document in it is neither named nor handed out to anybody outside of these groups. Membership adds
 * nothing: whoever may not read the case reads none of its documents.
 *
 * @param id the id, in lower-case letters, digits and hyphens, for example {@code investigation}
 * @param title what it holds, in plain words
 * @param readers the groups that read it
 * @param workers the groups that also put documents into it, replace and mark them
 */
public record CompartmentDeclaration(String id, String title, Set<String> readers, Set<String> workers) {

    /** Copies the sets. */
    public CompartmentDeclaration {
        if (!id.matches("[a-z][a-z0-9-]{0,59}")) {
            throw new IllegalArgumentException(
                    "'" + id + "' is no id of a compartment; use lower-case letters, digits and hyphens");
        }
        readers = Set.copyOf(readers);
        workers = Set.copyOf(workers);
    }
}
