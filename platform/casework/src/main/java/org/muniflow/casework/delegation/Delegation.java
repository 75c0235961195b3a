package org.muniflow.casework.delegation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A team's authority in other hands for a time (R-103, for example KCMO Code § 3-401(a)(10)). It is never deleted.
 *
 * @param id the id
 * @param team the team whose authority it is
 * @param delegate who gets it: a person's sign-in name, or the id of a team
 * @param toTeam whether {@code delegate} is a team, every member of which may act
 * @param fromOn the first day
 * @param toOn the last day
 * @param tasks which of the team's tasks: a process key, or {@code process/task}; empty for all
 * @param instrument the writing by which it was delegated
 * @param enteredBy the member of the team who entered it; four eyes count this person beside the delegate
 * @param enteredAt when
 * @param revokedBy who revoked it; null unless somebody did
 * @param revokedOn the city's date on which it was revoked; null unless it was
 * @param revokedFor why; null unless it was revoked
 * @param filterId the Tasklist filter of its tasks; null on days on which it does not hold
 */
record Delegation(
        String id,
        String team,
        String delegate,
        boolean toTeam,
        LocalDate fromOn,
        LocalDate toOn,
        List<String> tasks,
        String instrument,
        String enteredBy,
        OffsetDateTime enteredAt,
        @Nullable String revokedBy,
        @Nullable LocalDate revokedOn,
        @Nullable String revokedFor,
        @Nullable String filterId) {

    Delegation {
        tasks = List.copyOf(tasks);
    }

    /** Tells whether it holds on a day; one that was revoked holds on the days before, and at once no more. */
    public boolean holds(LocalDate on) {
        return !on.isBefore(fromOn) && !on.isAfter(toOn) && (revokedOn == null || on.isBefore(revokedOn));
    }

    /** Tells whether it is or will be of use: neither over nor revoked. */
    public boolean open(LocalDate today) {
        return revokedOn == null && !toOn.isBefore(today);
    }

    boolean isFor(String person, Collection<String> groups) {
        return toTeam ? groups.contains(delegate) : delegate.equals(person);
    }

    boolean covers(String processKey, String elementId) {
        return tasks.isEmpty() || tasks.contains(processKey) || tasks.contains(processKey + "/" + elementId);
    }

    /** The processes it is limited to; empty for all. */
    Set<String> processes() {
        return Set.copyOf(
                tasks.stream().map(task -> task.split("/", 2)[0]).distinct().toList());
    }

    /** The tasks it is limited to, by their ids in the models; empty when it covers whole processes. */
    List<String> elements() {
        return tasks.stream().allMatch(task -> task.contains("/"))
                ? tasks.stream().map(task -> task.split("/", 2)[1]).distinct().toList()
                : List.of();
    }
}
