package org.muniflow.kernel.engine;

import java.util.Optional;
import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.muniflow.kernel.spi.PresentStep;

/** Reads the present step from the engine's own thread context, without asking the database. */
final class EngineStepNow implements PresentStep {

    @Override
    public Optional<Place> now() {
        BpmnExecutionContext context = Context.getBpmnExecutionContext();
        if (context == null) {
            return Optional.empty();
        }
        ExecutionEntity execution = context.getExecution();
        String caseNumber = execution == null ? null : execution.getProcessBusinessKey();
        if (caseNumber == null) {
            return Optional.empty();
        }
        String element = execution.getCurrentActivityId();
        return Optional.of(
                new Place(caseNumber, execution.getProcessDefinition().getKey(), element == null ? "" : element));
    }
}
