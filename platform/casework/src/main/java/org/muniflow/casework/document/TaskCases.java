package org.muniflow.casework.document;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

/** Finds the case of a task, for those who may see the task. */
final class TaskCases {

    private final TaskService tasks;
    private final RuntimeService running;
    private final IdentityService identities;

    TaskCases(TaskService tasks, RuntimeService running, IdentityService identities) {
        this.tasks = tasks;
        this.running = running;
        this.identities = identities;
    }

    /**
     * Returns the case number of a task that a person sees.
     *
     * @param taskId the task
     * @param user the person
     * @param groups the person's groups
     * @return the case number; empty when the engine shows this person no such task
     */
    Optional<String> caseOf(String taskId, String user, Set<String> groups) {
        var before = identities.getCurrentAuthentication();
        try {
            identities.setAuthentication(user, List.copyOf(groups), List.of());
            Optional<Task> seen =
                    Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult());
            // Seeing the task is enough to know its case number, and the engine checks nothing while nobody is set.
            identities.clearAuthentication();
            return seen.flatMap(task -> businessKey(task.getProcessInstanceId()));
        } finally {
            identities.setAuthentication(before);
        }
    }

    private Optional<String> businessKey(String processInstanceId) {
        return Optional.ofNullable(running.createProcessInstanceQuery()
                        .processInstanceId(processInstanceId)
                        .singleResult())
                .map(ProcessInstance::getBusinessKey);
    }
}
