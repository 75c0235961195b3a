package org.muniflow.kernel.engine;

import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/** Asks shortly for the rights that starting a case and working on its task need; a refusal is the engine's own. */
final class StepRights extends AuthorizationCommandChecker {

    @Override
    public void checkCreateProcessInstance(ProcessDefinition definition) {
        if (!authorizations().mayStart(definition.getKey())) {
            super.checkCreateProcessInstance(definition);
        }
    }

    @Override
    public void checkTaskWork(TaskEntity task) {
        ProcessDefinition process = task.getProcessDefinition();
        if (process == null || !authorizations().mayWork(task.getId(), process.getKey())) {
            super.checkTaskWork(task);
        }
    }

    private CityAuthorizations authorizations() {
        return (CityAuthorizations) getAuthorizationManager();
    }
}
