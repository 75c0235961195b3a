package org.muniflow.kernel.engine;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;

/**
 * Who may do a task. Rights per process say what a person can find; this lock says whose a task is: its assignee's, or
 * while it has none its candidates', and never that of a person whom {@code separateFrom} keeps from it (four eyes). It
 * holds on every path for a signed-in user; without one (timers, jobs, the platform itself) it is open.
 */
final class TaskLock {

    private static final String COMPLETED = "completed";
    private static final int ENOUGH = 2000;

    private final String adminGroup;
    private final PerTransaction<Set<List<String>>> passed = new PerTransaction<>(HashSet::new, seen -> {});

    TaskLock(String adminGroup) {
        this.adminGroup = adminGroup;
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
                || (assignee == null && isCandidate(task, actor));
        if (!may) {
            throw refusal(
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
        // Without an update before, the assignment is the model's own, made with the task.
        if (actor == null || assignee == null || task.getLastUpdated() == null) {
            return;
        }
        if (hasCandidates(task) && !isCandidate(task, assignee)) {
            throw refusal(
                    task,
                    assignee,
                    "may not get",
                    "the person is not among its candidates",
                    "Assign it to a member of " + String.join(", ", candidateGroups(task)) + ".");
        }
        separate(task, assignee);
    }

    /** A property of the task has changed: for whom a substitute does it is on record and stays so. */
    void updated(TaskEntity task) {
        String actor = actor();
        PropertyChange owner = task.getPropertyChanges().get(TaskEntity.OWNER);
        if (actor != null && owner != null && owner.getOrgValue() != null) {
            throw refusal(
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
    }

    private void require(TaskEntity task, String actor, String verb) {
        String assignee = task.getAssignee();
        if (assignee != null && !assignee.equals(actor)) {
            throw refusal(
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
        if (assignee == null && !isCandidate(task, actor)) {
            throw refusal(
                    task,
                    actor,
                    "may not " + verb,
                    "you are neither its assignee nor among its candidates",
                    "Leave it to a member of " + String.join(", ", candidateGroups(task)) + ".");
        }
        separate(task, actor);
        passed.get().add(key);
    }

    private void separate(TaskEntity task, String person) {
        String[] others = separateFrom(task);
        if (others.length == 0) {
            return;
        }
        String owner = task.getOwner();
        refuseIfDone(task, person, person, others);
        if (owner != null && !owner.equals(person)) {
            refuseIfDone(task, person, owner, others);
        }
    }

    /** Who did a task is its assignee and, when a substitute did it, the owner for whom it was done: four eyes count both. */
    private static void refuseIfDone(TaskEntity task, String person, String counted, String[] others) {
        String caseNumber = caseNumber(task);
        List<HistoricTaskInstance> done = unlocked(() -> {
            var query = services(task)
                    .getHistoryService()
                    .createHistoricTaskInstanceQuery()
                    .taskDefinitionKeyIn(others)
                    .or()
                    .taskAssignee(counted)
                    .taskOwner(counted)
                    .endOr()
                    .taskDeleteReason(COMPLETED);
            query = caseNumber == null
                    ? query.processInstanceId(task.getProcessInstanceId())
                    : query.processInstanceBusinessKey(caseNumber);
            return query.listPage(0, 1);
        });
        if (!done.isEmpty()) {
            String who = counted.equals(person) ? "the same person" : counted + ", for whom it would be done,";
            throw refusal(
                    task,
                    person,
                    "may not do",
                    who + " completed \"" + done.get(0).getName() + "\" in this case, and a second person must look",
                    "Leave it to a colleague of " + String.join(", ", candidateGroups(task)) + ".");
        }
    }

    private static String[] separateFrom(TaskEntity task) {
        ProcessDefinitionEntity process = task.getProcessDefinition();
        var activity = process == null ? null : process.findActivity(task.getTaskDefinitionKey());
        String ids = activity == null ? null : ElementProperties.of(activity).get("separateFrom");
        return ids == null
                ? new String[0]
                : Arrays.stream(ids.split(","))
                        .map(String::strip)
                        .filter(id -> !id.isEmpty())
                        .toArray(String[]::new);
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

    private static List<String> candidateGroups(TaskEntity task) {
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

    private static <T> T unlocked(Callable<T> query) {
        return Context.getCommandContext().runWithoutAuthorization(query);
    }

    private static ProcessEngineServices services(TaskEntity task) {
        return task.getProcessEngineServices();
    }

    private static @Nullable String caseNumber(TaskEntity task) {
        var execution = task.getExecution();
        return execution == null ? null : execution.getProcessBusinessKey();
    }

    private static AuthorizationException refusal(
            TaskEntity task, String person, String may, String why, String remedy) {
        String number = caseNumber(task);
        String place = number == null ? "" : " of case " + number;
        return new AuthorizationException(
                person + " " + may + " task \"" + task.getName() + "\"" + place + ": " + why + ". " + remedy);
    }

    /** What the checker hears; names are those of the engine's CommandChecker. */
    Map<String, Consumer<TaskEntity>> checks() {
        return Map.of(
                "checkTaskWork", this::working,
                "checkUpdateTaskVariable", this::working,
                "checkTaskAssign", this::assigning);
    }
}
