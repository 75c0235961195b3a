package org.muniflow.casework.delegation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.muniflow.api.module.ProcessDeclaration;
import org.muniflow.casework.delegation.RightRows.Place;
import org.muniflow.kernel.spi.Actors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets delegates see in the engine, Tasklist included, what they may do, from the first day to the last. Whether somebody may
 * act is never judged by this, but by the lock on tasks at the moment of the act.
 */
final class DelegatedRights {

    private static final Logger LOG = LoggerFactory.getLogger(DelegatedRights.class);
    private static final List<String> APPLICATIONS = List.of("tasklist", "welcome");

    private final DelegationRows rows;
    private final Teams teams;
    private final TeamTasks teamTasks;
    private final EngineRights engine;
    private final DelegateFilters filters;
    private final DelegateMarks marks;
    private final TaskService tasks;
    private final Actors actors;
    private final TransactionOperations transactions;
    private final Clock clock;

    DelegatedRights(
            DelegationRows rows,
            Teams teams,
            TeamTasks teamTasks,
            EngineRights engine,
            DelegateFilters filters,
            DelegateMarks marks,
            TaskService tasks,
            Actors actors,
            TransactionOperations transactions,
            Clock clock) {
        this.rows = rows;
        this.teams = teams;
        this.teamTasks = teamTasks;
        this.engine = engine;
        this.filters = filters;
        this.marks = marks;
        this.tasks = tasks;
        this.actors = actors;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Looks at everything, as the days go by and people join and leave teams. */
    void look() {
        if (!rows.unsettled().isEmpty()) {
            transactions.executeWithoutResult(status -> settle());
        }
        afterwards();
    }

    /** Brings the engine's rights in line with the delegations that hold today, in the present transaction. */
    void settle() {
        rows.alone();
        LocalDate today = LocalDate.now(clock);
        List<Delegation> all = rows.unsettled();
        actors.asPlatform(() -> {
            Map<Place, Set<String>> wanted = new LinkedHashMap<>();
            for (Delegation delegation : all) {
                if (delegation.holds(today)) {
                    want(delegation, filter(delegation), wanted);
                }
            }
            engine.apply(wanted);
            for (Delegation delegation : all) {
                String filterId = delegation.filterId();
                if (!delegation.holds(today) && filterId != null) {
                    filters.remove(filterId);
                    rows.filter(delegation.id(), null);
                }
            }
            return all;
        });
    }

    /** Gives back what delegates hold without authority, and lets pages know; call this after the transaction. */
    void afterwards() {
        LocalDate today = LocalDate.now(clock);
        List<Delegation> all = marks.look();
        for (Delegation delegation : all) {
            if (!delegation.open(today) && giveBack(delegation, all, today)) {
                transactions.executeWithoutResult(status -> rows.settled(delegation.id()));
            }
        }
    }

    private String filter(Delegation delegation) {
        String present = delegation.filterId();
        if (present != null) {
            return present;
        }
        String made = filters.make(delegation, teams.team(delegation.team()).orElse(delegation.team()));
        rows.filter(delegation.id(), made);
        return made;
    }

    private void want(Delegation delegation, String filterId, Map<Place, Set<String>> wanted) {
        for (String person : persons(delegation)) {
            for (ProcessDeclaration process : teamTasks.processes(delegation.team())) {
                boolean covered =
                        delegation.tasks().isEmpty() || delegation.processes().contains(process.key());
                Set<String> names = covered ? engine.ofTeam(delegation.team(), process.key()) : Set.of();
                if (!names.isEmpty()) {
                    add(wanted, new Place(person, Resources.PROCESS_DEFINITION.resourceType(), process.key()), names);
                }
            }
            for (String application : APPLICATIONS) {
                add(
                        wanted,
                        new Place(person, Resources.APPLICATION.resourceType(), application),
                        Set.of(Permissions.ACCESS.getName()));
            }
            add(
                    wanted,
                    new Place(person, Resources.FILTER.resourceType(), filterId),
                    Set.of(Permissions.READ.getName()));
        }
    }

    private static void add(Map<Place, Set<String>> wanted, Place place, Set<String> names) {
        wanted.computeIfAbsent(place, absent -> new TreeSet<>()).addAll(names);
    }

    private Set<String> persons(Delegation delegation) {
        return delegation.toTeam() ? teams.members(delegation.delegate()) : Set.of(delegation.delegate());
    }

    /** A task that cannot be given back now, since its module is stopped, is given back later. */
    private boolean giveBack(Delegation ended, List<Delegation> all, LocalDate today) {
        boolean done = true;
        for (String person : persons(ended)) {
            Set<String> groups = teams.of(person);
            if (groups.contains(ended.team())) {
                continue;
            }
            for (DelegationRows.Held held : rows.held(person, ended.team())) {
                boolean still = all.stream()
                        .anyMatch(other -> other.holds(today)
                                && other.team().equals(ended.team())
                                && other.isFor(person, groups)
                                && other.covers(held.processKey(), held.elementId()));
                done &= still || giveBack(held.taskId());
            }
        }
        return done;
    }

    private boolean giveBack(String taskId) {
        try {
            transactions.executeWithoutResult(status -> actors.asPlatform(() -> {
                tasks.setAssignee(taskId, null);
                return taskId;
            }));
            return true;
        } catch (RuntimeException refused) {
            LOG.warn(
                    "Task {} could not be taken back from its delegate and will be tried again: {}",
                    taskId,
                    refused.getMessage());
            return false;
        }
    }
}
