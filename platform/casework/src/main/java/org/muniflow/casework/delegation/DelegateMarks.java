package org.muniflow.casework.delegation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniflow.casework.department.DelegatedTeam;

/**
 * For which teams a person acts as delegate today, for pages. It is answered from memory, since every request asks: another
 * node's entries are known within a minute. What a person does is judged by the table.
 */
public final class DelegateMarks {

    private final DelegationRows rows;
    private final Clock clock;
    private volatile @Nullable List<Delegation> known;

    DelegateMarks(DelegationRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Reads and remembers the delegations as one act: of two looks at once, the one that read later is remembered. */
    synchronized List<Delegation> look() {
        List<Delegation> now = List.copyOf(rows.unsettled());
        known = now;
        return now;
    }

    /**
     * Returns the marks of the teams for which a person acts.
     *
     * @param person the person's sign-in name
     * @param groups the person's groups
     * @return the marks to stand among the groups; mostly empty
     */
    public Set<String> marks(String person, Collection<String> groups) {
        List<Delegation> all = known;
        if (all == null) {
            all = look();
        }
        if (all.isEmpty()) {
            return Set.of();
        }
        LocalDate today = LocalDate.now(clock);
        Set<String> marks = new LinkedHashSet<>();
        for (Delegation delegation : all) {
            if (delegation.holds(today) && delegation.isFor(person, groups)) {
                if (delegation.tasks().isEmpty()) {
                    marks.add(new DelegatedTeam(delegation.team(), null).mark());
                }
                delegation
                        .processes()
                        .forEach(process -> marks.add(new DelegatedTeam(delegation.team(), process).mark()));
            }
        }
        return marks;
    }
}
