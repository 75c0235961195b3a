package org.muniflow.kernel.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.spi.Mandates;
import org.muniflow.kernel.spi.Mandates.Mandate;

/**
 * Who may do a task. Rights per process say what a person can find; this lock says whose a task is: its assignee's, or
 * while it has none its candidates' and that of their delegates of the day, and never that of a person whom {@code
 * separateFrom} keeps from it (four eyes). It holds on every path for a signed-in user; without one (timers, jobs, the platform itself) it is open.
 */
final class TaskLock {

    private static final int ENOUGH = 2000;

    private final String adminGroup;
    private final Supplier<@Nullable Mandates> mandates;
    private final PerTransaction<Set<List<String>>> passed = new PerTransaction<>(HashSet::new, seen -> {});
    private final PerTransaction<Map<List<String>, Mandate>> found = new PerTransaction<>(HashMap::new, seen -> {});

    TaskLock(String adminGroup, Supplier<@Nullable Mandates> mandates) {
        this.adminGroup = adminGroup;
        this.mandates = mandates;
    }

    /** The signed-in user claims, completes, resolves or writes. */
    void working(TaskEntity task) {
        String actor = actor();
        if (actor != null && task.getProcessDefinitionId() != null) {
            require(task, actor, "work on");
        }
    }

    /** The signed-in user assigns, delegates or changes a property. */
    void assigning(TaskEntity task) {
        String actor = actor();
        if (actor == null || task.getProcessDefinitionId() == null) {
            return;
        }
        String assignee = task.getAssignee();
        boolean may = groups(actor).contains(adminGroup)
                || actor.equals(assignee)
                || (assignee == null && (isCandidate(task, actor) || mandate(task, actor) != null));
        if (!may) {
            throw TaskRefused.of(
                    task,
                    actor,
                    "may not assign or change",
                    "only its assignee, its candidates while it has no assignee, and administrators may",
                    "Ask one of them.");
        }
    }

    /** The task has just got another assignee. */
    void assigned(TaskEntity task) {
        String actor = actor();
        String assignee = task.getAssignee();
        if (assignee == null && task.getOwner() != null) {
            // Given back undone: nobody's task is done for anybody.
            task.setOwner(null);
        }
        // Without an update before, the assignment is the model's own, made with the task.
        if (actor == null || assignee == null || task.getLastUpdated() == null) {
            return;
        }
        if (hasCandidates(task) && !isCandidate(task, assignee)) {
            Mandate mandate = mandate(task, assignee);
            if (mandate == null) {
                throw TaskRefused.of(
                        task,
                        assignee,
                        "may not get",
                        "the person is not among its candidates, nor their delegate today",
                        "Assign it to a member of " + String.join(", ", candidateGroups(task)) + ".");
            }
            task.setOwner(mandate.grantedBy());
        }
        Separation.require(task, assignee, task.getOwner());
    }

    /** A property of the task has changed: for whom a substitute does it is on record and stays so. */
    void updated(TaskEntity task) {
        String actor = actor();
        PropertyChange owner = task.getPropertyChanges().get(TaskEntity.OWNER);
        if (actor != null && owner != null && owner.getOrgValue() != null) {
            throw TaskRefused.of(
                    task,
                    actor,
                    "may not change for whom is done",
                    "four eyes count both persons",
                    "Leave the task's owner as it is.");
        }
    }

    /** The task is being completed. */
    void completing(TaskEntity task) {
        String actor = actor();
        if (actor == null) {
            return;
        }
        require(task, actor, "complete");
        if (task.getAssignee() == null) {
            // Whoever completes is on record as assignee, since four eyes are judged by it.
            task.setAssignee(actor);
        }
        mandateOf(task).ifPresent(mandate -> task.setOwner(mandate.grantedBy()));
    }

    /** The delegation by which the task's assignee has it, as far as this transaction has asked. */
    Optional<Mandate> mandateOf(TaskEntity task) {
        Map<List<String>, Mandate> asked = found.find();
        String assignee = task.getAssignee();
        return asked == null || assignee == null
                ? Optional.empty()
                : Optional.ofNullable(asked.get(key(task, assignee)));
    }

    private void require(TaskEntity task, String actor, String verb) {
        String assignee = task.getAssignee();
        if (assignee != null && !assignee.equals(actor)) {
            throw TaskRefused.of(
                    task,
                    actor,
                    "may not " + verb,
                    "it is assigned to " + assignee,
                    "Ask that person to give it back, or an administrator to assign it to you.");
        }
        List<String> key = List.of(String.valueOf(task.getId()), actor, String.valueOf(assignee));
        if (passed.get().contains(key)) {
            return;
        }
        String owner = task.getOwner();
        // Whoever has it for somebody else needs the team or the delegation still: a claim does not outlive either.
        boolean forAnother = owner != null && !owner.equals(actor) && hasCandidates(task);
        if ((assignee == null || forAnother) && !isCandidate(task, actor)) {
            Mandate mandate = mandate(task, actor);
            if (mandate == null) {
                throw TaskRefused.of(
                        task,
                        actor,
                        "may not " + verb,
                        assignee == null
                                ? "you are neither its assignee nor among its candidates, nor their delegate today"
                                : "the delegation by which you have it does not hold today",
                        "Leave it to a member of " + String.join(", ", candidateGroups(task)) + ".");
            }
            owner = mandate.grantedBy();
        }
        Separation.require(task, actor, owner);
        passed.get().add(key);
    }

    /** Tells whether the signed-in user may do the task today as somebody's delegate. */
    boolean permitsDelegate(TaskEntity task) {
        String actor = actor();
        return actor != null && mandate(task, actor) != null;
    }

    private @Nullable Mandate mandate(TaskEntity task, String person) {
        Mandates all = mandates.get();
        ProcessDefinitionEntity process = task.getProcessDefinition();
        if (all == null || process == null) {
            return null;
        }
        Map<List<String>, Mandate> asked = found.get();
        List<String> key = key(task, person);
        if (!asked.containsKey(key)) {
            all.find(
                            person,
                            groups(person),
                            Set.copyOf(candidateGroups(task)),
                            process.getKey(),
                            task.getTaskDefinitionKey())
                    .ifPresent(mandate -> asked.put(key, mandate));
        }
        return asked.get(key);
    }

    private static List<String> key(TaskEntity task, String person) {
        return List.of(String.valueOf(task.getId()), person);
    }

    private boolean isCandidate(TaskEntity task, String person) {
        Set<String> groups = groups(person);
        return candidates(task).stream()
                .anyMatch(link -> person.equals(link.getUserId()) || groups.contains(link.getGroupId()));
    }

    private static boolean hasCandidates(TaskEntity task) {
        return !candidates(task).isEmpty();
    }

    private static Set<IdentityLink> candidates(TaskEntity task) {
        return task.getCandidates();
    }

    static List<String> candidateGroups(TaskEntity task) {
        return candidates(task).stream()
                .map(link -> link.getGroupId() != null ? link.getGroupId() : link.getUserId())
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }

    private Set<String> groups(String person) {
        Authentication authentication = Context.getCommandContext().getAuthentication();
        if (authentication != null
                && person.equals(authentication.getUserId())
                && authentication.getGroupIds() != null) {
            return Set.copyOf(authentication.getGroupIds());
        }
        return Set.copyOf(unlocked(() -> Context.getProcessEngineConfiguration()
                .getIdentityService()
                .createGroupQuery()
                .groupMember(person)
                .listPage(0, ENOUGH)
                .stream()
                .map(Group::getId)
                .toList()));
    }

    private static @Nullable String actor() {
        CommandContext context = Context.getCommandContext();
        return context == null ? null : context.getAuthenticatedUserId();
    }

    static <T> T unlocked(Callable<T> query) {
        return Context.getCommandContext().runWithoutAuthorization(query);
    }

    /** What the checker hears; names are those of the engine's CommandChecker. */
    Map<String, Consumer<TaskEntity>> checks() {
        return Map.of(
                "checkTaskWork", this::working,
                "checkUpdateTaskVariable", this::working,
                "checkTaskAssign", this::assigning);
    }
}
