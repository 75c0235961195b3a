package org.muniflow.casework.delegation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.page.FieldProblem;
import org.muniflow.api.page.Rejected;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Enters, revokes and finds delegations of a team's authority. Only who belongs to the team may delegate it: a delegate does
 * not, and so cannot pass it on.
 */
final class DelegationDesk {

    private static final int LONGEST = 1000;

    private final DelegationRows rows;
    private final Teams teams;
    private final TeamTasks tasks;
    private final DelegatedRights rights;
    private final TransactionOperations transactions;
    private final String adminGroup;
    private final Clock clock;

    DelegationDesk(
            DelegationRows rows,
            Teams teams,
            TeamTasks tasks,
            DelegatedRights rights,
            TransactionOperations transactions,
            String adminGroup,
            Clock clock) {
        this.rows = rows;
        this.teams = teams;
        this.tasks = tasks;
        this.rights = rights;
        this.transactions = transactions;
        this.adminGroup = adminGroup;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param team the team whose authority it is
     * @param delegate a sign-in name or the id of a team
     * @param fromOn the first day
     * @param toOn the last day
     * @param tasks which tasks; null or empty for all
     * @param instrument the writing by which it was delegated
     */
    record Entry(
            @Nullable String team,
            @Nullable String delegate,
            @Nullable LocalDate fromOn,
            @Nullable LocalDate toOn,
            @Nullable List<String> tasks,
            @Nullable String instrument) {}

    /** The teams of a person whose authority the person may delegate. */
    List<String> delegable(String person) {
        return teams.of(person).stream().filter(tasks::hasAuthority).toList();
    }

    /** The latest delegations of a person's teams, ended ones too. */
    List<Delegation> ofTeamsOf(String person, int limit) {
        return rows.of(delegable(person), limit);
    }

    /** By which delegations a person may act today. */
    List<Delegation> actingToday(String person) {
        LocalDate today = LocalDate.now(clock);
        return rows.to(person, teams.of(person)).stream()
                .filter(delegation -> delegation.holds(today))
                .toList();
    }

    /**
     * Enters a delegation.
     *
     * @param entry what is asked for
     * @param by who enters it
     * @return the delegation
     * @throws Rejected when the person may not delegate for the team, or something is wrong
     */
    Delegation enter(Entry entry, String by) {
        String team = text(entry.team());
        String delegate = text(entry.delegate());
        String instrument = text(entry.instrument());
        List<FieldProblem> problems = new ArrayList<>();
        teamProblem(team, by).ifPresent(why -> problems.add(FieldProblem.of("team", why)));
        delegateProblem(team, delegate, by).ifPresent(why -> problems.add(FieldProblem.of("delegate", why)));
        daysProblem(entry.fromOn(), entry.toOn(), problems);
        if (instrument.isEmpty()) {
            problems.add(FieldProblem.of(
                    "instrument", "Name the writing by which the authority is delegated, with its date and section."));
        } else if (instrument.length() > LONGEST) {
            problems.add(FieldProblem.of("instrument", "Say it in at most " + LONGEST + " letters."));
        }
        List<String> chosen = entry.tasks() == null ? List.of() : entry.tasks();
        if (problems.isEmpty() && !tasks.of(team).keySet().containsAll(chosen)) {
            problems.add(
                    FieldProblem.of("tasks", "The team " + team + " has no such task; choose among those offered."));
        }
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
        Delegation delegation = new Delegation(
                UUID.randomUUID().toString(),
                team,
                delegate,
                !teams.isPerson(delegate),
                Objects.requireNonNull(entry.fromOn()),
                Objects.requireNonNull(entry.toOn()),
                new TreeSet<>(chosen).stream().toList(),
                instrument,
                by,
                OffsetDateTime.now(clock),
                null,
                null,
                null,
                null);
        transactions.executeWithoutResult(status -> {
            rows.insert(delegation);
            rights.settle();
        });
        rights.afterwards();
        return delegation;
    }

    /** Finds a delegation that a person may revoke: of a team of that person's, or any for an administrator. */
    Optional<Delegation> revocable(String id, String person) {
        Set<String> own = teams.of(person);
        return rows.find(id)
                .filter(delegation -> delegation.open(LocalDate.now(clock)))
                .filter(delegation -> own.contains(adminGroup) || own.contains(delegation.team()));
    }

    /**
     * Revokes a delegation, at once.
     *
     * @param id the delegation
     * @param why the reason
     * @param by who revokes it
     * @return true; false when there is none of that id that the person may revoke
     * @throws Rejected when the reason is missing
     */
    boolean revoke(String id, @Nullable String why, String by) {
        String reason = text(why);
        if (reason.isEmpty() || reason.length() > LONGEST) {
            throw new Rejected("reason", "Say why, in at most " + LONGEST + " letters.");
        }
        if (revocable(id, by).isEmpty()) {
            return false;
        }
        boolean revoked = Boolean.TRUE.equals(transactions.execute(status -> {
            boolean done = rows.revoke(id, by, reason);
            rights.settle();
            return done;
        }));
        rights.afterwards();
        return revoked;
    }

    private Optional<String> teamProblem(String team, String by) {
        if (team.isEmpty()) {
            return Optional.of("Choose the team whose authority is delegated.");
        }
        return delegable(by).contains(team)
                ? Optional.empty()
                : Optional.of("Only who belongs to the team " + team
                        + " may delegate its authority; a delegate may not pass" + " it on.");
    }

    private Optional<String> delegateProblem(String team, String delegate, String by) {
        if (delegate.isEmpty()) {
            return Optional.of("Enter the sign-in name of a person, or the id of a team.");
        }
        if (delegate.equals(by) || delegate.equals(team) || teams.of(delegate).contains(team)) {
            return Optional.of(delegate + " has this authority already.");
        }
        boolean known = teams.isPerson(delegate) || teams.team(delegate).isPresent();
        return known ? Optional.empty() : Optional.of("There is neither a person nor a team named " + delegate + ".");
    }

    private void daysProblem(@Nullable LocalDate fromOn, @Nullable LocalDate toOn, Collection<FieldProblem> problems) {
        LocalDate today = LocalDate.now(clock);
        if (fromOn == null) {
            problems.add(FieldProblem.of("fromOn", "Enter the first day."));
        } else if (fromOn.isBefore(today)) {
            problems.add(FieldProblem.of(
                    "fromOn", "This day is over; what was done without authority is not authorized afterwards."));
        }
        if (toOn == null) {
            problems.add(FieldProblem.of("toOn", "Enter the last day."));
        } else if (toOn.isBefore(fromOn == null ? today : fromOn)) {
            problems.add(FieldProblem.of("toOn", "The last day is before the first."));
        }
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }
}
