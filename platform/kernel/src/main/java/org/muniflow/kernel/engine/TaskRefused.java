package org.muniflow.kernel.engine;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/** Words a refusal of the task lock: who may not do what with which task of which case, why, and what to do instead. */
final class TaskRefused {

    private TaskRefused() {}

    static AuthorizationException of(TaskEntity task, String person, String may, String why, String remedy) {
        String number = caseNumber(task);
        String place = number == null ? "" : " of case " + number;
        return new AuthorizationException(
                person + " " + may + " task \"" + task.getName() + "\"" + place + ": " + why + ". " + remedy);
    }

    static @Nullable String caseNumber(TaskEntity task) {
        var execution = task.getExecution();
        return execution == null ? null : execution.getProcessBusinessKey();
    }
}
