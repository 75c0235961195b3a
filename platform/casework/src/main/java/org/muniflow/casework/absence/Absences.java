package org.muniflow.casework.absence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.page.FieldProblem;
import org.muniflow.api.page.Rejected;
import org.muniflow.kernel.spi.Actors;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets a colleague stand in while somebody is away. The substitute takes over single tasks, as a candidate of each; whose
 * they were stays on record as the task's owner, so that four eyes count both persons.
 */
final class Absences {

    private static final int LONGEST_DAYS = 366;

    private final AbsenceRows rows;
    private final IdentityService identities;
    private final TaskService tasks;
    private final Actors actors;
    private final TransactionOperations transactions;
    private final Clock clock;

    Absences(
            AbsenceRows rows,
            IdentityService identities,
            TaskService tasks,
            Actors actors,
            TransactionOperations transactions,
            Clock clock) {
        this.rows = rows;
        this.identities = identities;
        this.tasks = tasks;
        this.actors = actors;
        this.transactions = transactions;
        this.clock = clock;
    }

    List<Absence> of(String person) {
        return rows.of(person);
    }

    List<Absence> standInsOf(String substitute) {
        return rows.standInsOf(substitute);
    }

    /**
     * Enters an absence.
     *
     * @param person who is away
     * @param substitute who stands in
     * @param fromOn the first day
     * @param toOn the last day
     * @param user who enters it
     * @return the absence
     * @throws Rejected when a person or a day is wrong
     */
    Absence enter(String person, String substitute, @Nullable LocalDate fromOn, @Nullable LocalDate toOn, String user) {
        String other = substitute.strip();
        List<FieldProblem> problems = new ArrayList<>();
        substituteProblem(person, other).ifPresent(why -> problems.add(FieldProblem.of("substitute", why)));
        LocalDate today = LocalDate.now(clock);
        if (fromOn == null) {
            problems.add(FieldProblem.of("fromOn", "Enter the first day."));
        }
        if (toOn == null) {
            problems.add(FieldProblem.of("toOn", "Enter the last day."));
        } else if (toOn.isBefore(today)) {
            problems.add(FieldProblem.of("toOn", "This day is over."));
        } else if (fromOn != null && toOn.isBefore(fromOn)) {
            problems.add(FieldProblem.of("toOn", "The last day is before the first."));
        } else if (fromOn != null && fromOn.plusDays(LONGEST_DAYS).isBefore(toOn)) {
            problems.add(FieldProblem.of("toOn", "A substitute stands in for at most a year; enter a sooner day."));
        }
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
        Absence absence = new Absence(
                UUID.randomUUID().toString(),
                person,
                other,
                Objects.requireNonNull(fromOn),
                Objects.requireNonNull(toOn));
        transactions.executeWithoutResult(status -> rows.insert(absence, user));
        return absence;
    }

    /** Ends an absence of the person before its last day; false when the person has none of that id. */
    boolean end(String id, String person) {
        Optional<Absence> mine =
                rows.find(id).filter(absence -> absence.person().equals(person));
        mine.ifPresent(absence -> transactions.executeWithoutResult(status -> rows.end(id, person)));
        return mine.isPresent();
    }

    /**
     * Takes over a task of somebody for whom the user stands in today.
     *
     * @param taskId the task
     * @param user the substitute
     * @throws Rejected when the user does not stand in for whom the task is assigned to
     */
    void takeOver(String taskId, String user) {
        Set<String> away = rows.standInsOf(user).stream().map(Absence::person).collect(Collectors.toSet());
        transactions.executeWithoutResult(status -> actors.asPlatform(() -> {
            Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
            String assignee = task == null ? null : task.getAssignee();
            if (assignee == null || !away.contains(assignee)) {
                throw new Rejected("", "This task is nobody's for whom you stand in today.");
            }
            // The lock judges the new assignee beside the owner: neither may be the one whom four eyes keep away.
            if (task.getOwner() == null) {
                tasks.setOwner(taskId, assignee);
            }
            tasks.setAssignee(taskId, user);
            return taskId;
        }));
    }

    private Optional<String> substituteProblem(String person, String substitute) {
        if (substitute.isEmpty()) {
            return Optional.of("Enter the sign-in name of a colleague.");
        }
        if (substitute.equals(person)) {
            return Optional.of("Nobody stands in for themselves; enter a colleague.");
        }
        return actors.asPlatform(() -> {
            if (identities.createUserQuery().userId(substitute).count() == 0) {
                return Optional.of("There is nobody with the sign-in name " + substitute + ".");
            }
            Set<String> shared = groups(person);
            shared.retainAll(groups(substitute));
            return shared.isEmpty()
                    ? Optional.of(substitute + " belongs to none of the same teams, and could do none of the tasks.")
                    : Optional.<String>empty();
        });
    }

    private Set<String> groups(String person) {
        return identities.createGroupQuery().groupMember(person).unlimitedList().stream()
                .map(Group::getId)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
