package org.muniflow.casework.cases;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.spi.ClosedModels;

/**
 * Lets a case go on before an element: an open one leaves where it was, an ended one gets a new process instance of the
 * version it ran on, with its number and its last variables.
 */
final class CaseReopening {

    private final ProcessEngine engine;
    private final ClosedModels models;

    CaseReopening(ProcessEngine engine, ClosedModels models) {
        this.engine = engine;
        this.models = models;
    }

    void reopen(CaseFiles.Row file, String elementId, Map<String, Object> variables) {
        ProcessInstance running = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(file.processInstanceId())
                .singleResult();
        if (running == null) {
            startAgain(file, elementId, variables);
        } else {
            checkElement(file, running.getProcessDefinitionId(), elementId);
            move(running.getId(), elementId, variables);
        }
    }

    private void move(String instance, String elementId, Map<String, Object> variables) {
        engine.getRuntimeService().setVariables(instance, variables);
        ActivityInstance tree = engine.getRuntimeService().getActivityInstance(instance);
        ProcessInstanceModificationBuilder modification = engine.getRuntimeService()
                .createProcessInstanceModification(instance)
                .startBeforeActivity(elementId);
        for (ActivityInstance child : tree.getChildActivityInstances()) {
            modification.cancelActivityInstance(child.getId());
        }
        for (TransitionInstance child : tree.getChildTransitionInstances()) {
            modification.cancelTransitionInstance(child.getId());
        }
        modification.execute();
    }

    private void startAgain(CaseFiles.Row file, String elementId, Map<String, Object> variables) {
        String definitionId = definitionOf(file);
        checkElement(file, definitionId, elementId);
        Map<String, Object> all = new HashMap<>();
        engine.getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(file.processInstanceId())
                .activityInstanceIdIn(file.processInstanceId())
                .list()
                .forEach(variable -> all.put(variable.getName(), variable.getValue()));
        all.putAll(variables);
        Opening.again(file.processKey()).during(() -> models.again(definitionId, elementId, file.caseNumber(), all));
    }

    private String definitionOf(CaseFiles.Row file) {
        var ended = engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceId(file.processInstanceId())
                .singleResult();
        if (ended == null) {
            throw new IllegalArgumentException("Case " + file.caseNumber()
                    + " cannot be reopened: its history has been removed under the records schedule");
        }
        @Nullable
        ProcessDefinition definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionId(ended.getProcessDefinitionId())
                .singleResult();
        if (definition == null) {
            throw new IllegalArgumentException("Case " + file.caseNumber()
                    + " cannot be reopened: its version of the process is no longer installed");
        }
        return definition.getId();
    }

    private void checkElement(CaseFiles.Row file, String definitionId, String elementId) {
        Object element =
                engine.getRepositoryService().getBpmnModelInstance(definitionId).getModelElementById(elementId);
        if (!(element instanceof FlowNode)) {
            throw new IllegalArgumentException("Case " + file.caseNumber() + " cannot go on at " + elementId
                    + ": the process " + file.processKey() + " has no such element; name one of its steps");
        }
    }
}
