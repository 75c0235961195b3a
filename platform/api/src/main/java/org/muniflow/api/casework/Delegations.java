package org.muniflow.api.casework;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The register of delegations: who may do the tasks of a team by its delegated authority, and on which days. The platform
 * itself lets nobody do a task but its candidates and their current delegates; a module asks this where the law makes the
 * authority a question of its own. Call this; the platform implements it.
 */
public interface Delegations {

    /**
     * Finds the delegation by which a person had, has or will have a team's authority on a day.
     *
     * @param person the person's sign-in name; of a delegation to a team, the person's present teams count
     * @param team the team whose authority it is, for example {@code creo-director}
     * @param processKey the process that holds the task
     * @param taskId the task's id in the model
     * @param on the day; one that was revoked holds on the days before its revocation
     * @return the delegation, or empty when none covers the task on that day
     */
    Optional<Delegated> find(String person, String team, String processKey, String taskId, LocalDate on);

    /**
     * A delegation.
     *
     * @param grantedBy the member of the team who entered it
     * @param instrument the writing by which the authority was delegated
     * @param fromOn the first day
     * @param toOn the last day
     */
    record Delegated(String grantedBy, String instrument, LocalDate fromOn, LocalDate toOn) {}
}
