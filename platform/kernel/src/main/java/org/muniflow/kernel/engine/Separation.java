package org.muniflow.kernel.engine;

import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/**
 * Four eyes: who completed a task that the model names in {@code separateFrom}, in the same case and its called processes, is
 * kept from this one. Both count: the assignee, and the person for whom a substitute or delegate did it.
 */
final class Separation {

    private static final String COMPLETED = "completed";

    private Separation() {}

    /** Refuses a person, or the person for whom it would be done. */
    static void require(TaskEntity task, String person, @Nullable String owner) {
        String[] others = separateFrom(task);
        if (others.length == 0) {
            return;
        }
        refuseIfDone(task, person, person, others);
        if (owner != null && !owner.equals(person)) {
            refuseIfDone(task, person, owner, others);
        }
    }

    /** Who did a task is its assignee and, when a substitute did it, the owner for whom it was done: four eyes count both. */
    private static void refuseIfDone(TaskEntity task, String person, String counted, String[] others) {
        String caseNumber = TaskRefused.caseNumber(task);
        List<HistoricTaskInstance> done = TaskLock.unlocked(() -> {
            var query = task.getProcessEngineServices()
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
            throw TaskRefused.of(
                    task,
                    person,
                    "may not do",
                    who + " completed \"" + done.get(0).getName() + "\" in this case, and a second person must look",
                    "Leave it to a colleague of " + String.join(", ", TaskLock.candidateGroups(task)) + ".");
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
}
