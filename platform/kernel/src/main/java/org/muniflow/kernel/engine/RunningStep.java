package org.muniflow.kernel.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;

/** What the engine knows of a step without asking the database. */
public final class RunningStep {

    private RunningStep() {}

    /**
     * Returns the definition that an execution runs on.
     *
     * @param execution a running execution
     * @return the definition, from the engine's cache
     */
    public static ProcessDefinition definition(DelegateExecution execution) {
        return ((ExecutionEntity) execution).getProcessDefinition();
    }

    /**
     * Returns who acts.
     *
     * @param execution a running execution
     * @return the signed-in user, or null when a timer, job or message from outside acts
     */
    public static @Nullable String actor(DelegateExecution execution) {
        Authentication authentication =
                execution.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        return authentication == null ? null : authentication.getUserId();
    }
}
