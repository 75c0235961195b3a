package org.muniflow.kernel.spi;

import java.util.Optional;
import java.util.Set;

/**
 * Who may act today by the delegated authority of a team. Implement this as a Spring bean: the engine's lock on tasks asks it
 * for whoever is no candidate, on every path, so that a task is done by a current delegate or not at all.
 */
public interface Mandates {

    /**
     * Finds the delegation by which a person may do a task today.
     *
     * @param person who wants to act
     * @param groups the groups of that person
     * @param teams the task's candidate groups
     * @param processKey the process that holds the task
     * @param elementId the task's id in the model
     * @return the delegation, or empty when none covers the task today
     */
    Optional<Mandate> find(String person, Set<String> groups, Set<String> teams, String processKey, String elementId);

    /**
     * The delegation under which a step is done.
     *
     * @param team the team whose authority it is
     * @param grantedBy who delegated it; four eyes count this person beside the delegate
     * @param instrument the writing by which it was delegated
     */
    record Mandate(String team, String grantedBy, String instrument) {}
}
