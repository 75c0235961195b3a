package org.muniflow.casework.department;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A team for which a signed-in person acts as delegate, written among the person's groups. The colons keep it apart from every
 * group: none can have one in its id. It opens what the team may read and work on, never what it may start or correct.
 *
 * @param team the team's group
 * @param processKey the process to which the delegation is limited; null for all of the team's
 */
public record DelegatedTeam(String team, @Nullable String processKey) {

    private static final String MARK = "delegate-of:";
    private static final String ALL = "*";

    /**
     * Writes it.
     *
     * @return the mark to stand among the person's groups
     */
    public String mark() {
        return MARK + team + ":" + (processKey == null ? ALL : processKey);
    }

    /**
     * Tells whether an entry among a person's groups is a mark and no group.
     *
     * @param group the entry
     * @return true if so
     */
    public static boolean isMark(String group) {
        return group.startsWith(MARK);
    }

    /**
     * Finds the teams for which a person acts as delegate.
     *
     * @param groups the person's groups and marks
     * @param processKey the process that matters; null for any
     * @return the teams' groups; mostly empty
     */
    public static Set<String> among(Set<String> groups, @Nullable String processKey) {
        return groups.stream()
                .filter(DelegatedTeam::isMark)
                .map(mark -> mark.substring(MARK.length()).split(":", 2))
                .filter(parts -> processKey == null || parts[1].equals(ALL) || parts[1].equals(processKey))
                .map(parts -> parts[0])
                .collect(Collectors.toUnmodifiableSet());
    }
}
