package org.muniflow.kernel.engine;

import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/** Asks shortly for the rights that starting a case and working on its task need; a refusal is the engine's own. */
final class StepRights extends AuthorizationCommandChecker {

    private final TaskLock lock;

    StepRights(TaskLock lock) {
        this.lock = lock;
    }

    @Override
    public void checkCreateProcessInstance(ProcessDefinition definition) {
        if (!authorizations().mayStart(definition.getKey())) {
            super.checkCreateProcessInstance(definition);
        }
    }

    @Override
    public void checkTaskWork(TaskEntity task) {
        ProcessDefinition process = task.getProcessDefinition();
        boolean may = process != null && authorizations().mayWork(task.getId(), process.getKey());
        // A delegation gives the right itself, from its first second on; the rows only let the delegate find the task.
        if (!may && !lock.permitsDelegate(task)) {
            super.checkTaskWork(task);
        }
    }

    private CityAuthorizations authorizations() {
        return (CityAuthorizations) getAuthorizationManager();
    }
}
