package org.muniflow.kernel.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.muniflow.kernel.spi.ClosedModels;

/**
 * Starts cases again in models that take no new ones. The definition is open to the present command only, in memory: what the
 * database says of it, and with it its jobs-to-be, stays as it is, and other transactions are refused as before.
 */
final class ReopenedModels implements ClosedModels {

    private final Supplier<ProcessEngine> engine;

    ReopenedModels(Supplier<ProcessEngine> engine) {
        this.engine = engine;
    }

    @Override
    public <T> T again(String processDefinitionId, Supplier<T> start) {
        return ((ProcessEngineConfigurationImpl) engine.get().getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> again(context, processDefinitionId, start));
    }

    private static <T> T again(CommandContext context, String id, Supplier<T> start) {
        ProcessDefinitionEntity definition =
                context.getProcessDefinitionManager().findLatestProcessDefinitionById(id);
        if (definition == null || !definition.isSuspended()) {
            return start.get();
        }
        definition.setSuspensionState(SuspensionState.ACTIVE.getStateCode());
        try {
            return start.get();
        } finally {
            // Before the flush, so that nothing is written; and the copy that all commands share is closed again too.
            definition.setSuspensionState(SuspensionState.SUSPENDED.getStateCode());
            context.getProcessEngineConfiguration().getDeploymentCache().resolveProcessDefinition(definition);
        }
    }
}
