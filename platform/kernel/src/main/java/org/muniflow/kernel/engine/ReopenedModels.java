package org.muniflow.kernel.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.ActivityBeforeInstantiationCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.impl.VariableMapImpl;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.spi.ClosedModels;

/**
 * Starts cases again in models that take no new ones. It does what the engine's own start before an element does, except for
 * its look whether the model is suspended: the model stays closed, in the database and in the memory that all commands share.
 */
final class ReopenedModels implements ClosedModels {

    private final Supplier<ProcessEngine> engine;

    ReopenedModels(Supplier<ProcessEngine> engine) {
        this.engine = engine;
    }

    @Override
    public String again(
            String processDefinitionId,
            String elementId,
            String businessKey,
            Map<String, ? extends @Nullable Object> variables) {
        return ((ProcessEngineConfigurationImpl) engine.get().getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(new StartAgain(
                        processDefinitionId, elementId, businessKey, new VariableMapImpl(new HashMap<>(variables))));
    }

    private record StartAgain(String definitionId, String elementId, String businessKey, VariableMap variables)
            implements Command<String> {

        @Override
        public String execute(CommandContext context) {
            ProcessDefinitionEntity model = context.getProcessEngineConfiguration()
                    .getDeploymentCache()
                    .findDeployedProcessDefinitionById(definitionId);
            for (CommandChecker checker :
                    context.getProcessEngineConfiguration().getCommandCheckers()) {
                checker.checkCreateProcessInstance(model);
            }
            ActivityImpl element = model.findActivity(elementId);
            if (element == null) {
                throw new IllegalArgumentException(
                        "The process " + model.getKey() + " has no element " + elementId + "; name one of its steps");
            }
            ExecutionEntity started = (ExecutionEntity) model.createProcessInstanceForInitial(element);
            started.setBusinessKey(businessKey);
            started.startWithoutExecuting(variables);
            // Otherwise the instance would have ended before the element begins.
            started.setPreserveScope(true);
            started.setStarting(true);
            new ActivityBeforeInstantiationCmd(started.getId(), elementId).execute(context);
            if (!started.hasChildren() && started.isEnded()) {
                started.propagateEnd();
            }
            context.getOperationLogManager()
                    .logProcessInstanceOperation(
                            UserOperationLogEntry.OPERATION_TYPE_CREATE,
                            started.getId(),
                            definitionId,
                            model.getKey(),
                            List.of(PropertyChange.EMPTY_CHANGE),
                            null);
            return started.getId();
        }
    }
}
