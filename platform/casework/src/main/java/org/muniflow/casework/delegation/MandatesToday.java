package org.muniflow.casework.delegation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.muniflow.api.casework.Delegations;
import org.muniflow.kernel.spi.Mandates;

/** Answers from the table, each time: a delegation that has just been revoked, on whatever node, permits nothing more. */
final class MandatesToday implements Mandates, Delegations {

    private final DelegationRows rows;
    private final Supplier<Teams> teams;
    private final Clock clock;

    MandatesToday(DelegationRows rows, Supplier<Teams> teams, Clock clock) {
        this.rows = rows;
        this.teams = teams;
        this.clock = clock;
    }

    @Override
    public Optional<Mandate> find(
            String person, Set<String> groups, Set<String> of, String processKey, String elementId) {
        LocalDate today = LocalDate.now(clock);
        return rows.to(person, groups).stream()
                .filter(delegation -> of.contains(delegation.team())
                        && delegation.holds(today)
                        && delegation.covers(processKey, elementId))
                .findFirst()
                .map(delegation -> new Mandate(delegation.team(), delegation.enteredBy(), delegation.instrument()));
    }

    @Override
    public Optional<Delegated> find(String person, String team, String processKey, String taskId, LocalDate on) {
        return rows.to(person, teams.get().of(person)).stream()
                .filter(delegation ->
                        delegation.team().equals(team) && delegation.holds(on) && delegation.covers(processKey, taskId))
                .findFirst()
                .map(delegation -> new Delegated(
                        delegation.enteredBy(), delegation.instrument(), delegation.fromOn(), delegation.toOn()));
    }
}
