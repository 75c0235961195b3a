package org.muniflow.kernel.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/** The definition that an execution runs on, without a query. */
public final class Definitions {

    private Definitions() {}

    /**
     * Returns the definition.
     *
     * @param execution a running execution
     * @return the definition, from the engine's cache
     */
    public static ProcessDefinition of(DelegateExecution execution) {
        return ((ExecutionEntity) execution).getProcessDefinition();
    }
}
