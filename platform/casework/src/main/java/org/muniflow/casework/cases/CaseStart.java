package org.muniflow.casework.cases;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;

/** Starts the newest version of a process that takes cases, at its plain start event or by its start message. */
final class CaseStart {

    private final ProcessEngine engine;

    CaseStart(ProcessEngine engine) {
        this.engine = engine;
    }

    ProcessDefinition definition(String processKey) {
        return Optional.ofNullable(engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(processKey)
                        .latestVersion()
                        .active()
                        .singleResult())
                .orElseThrow(() -> new NoNewCases(processKey));
    }

    void start(ProcessDefinition definition, Map<String, Object> variables) {
        BpmnModelInstance model = engine.getRepositoryService().getBpmnModelInstance(definition.getId());
        Process process = model.getModelElementById(definition.getKey());
        Optional<String> message = process.getChildElementsByType(StartEvent.class).stream()
                .map(StartEvent::getEventDefinitions)
                .flatMap(Collection<EventDefinition>::stream)
                .filter(MessageEventDefinition.class::isInstance)
                .map(event -> ((MessageEventDefinition) event).getMessage().getName())
                .findFirst();
        if (message.isPresent()) {
            engine.getRuntimeService()
                    .createMessageCorrelation(message.get())
                    .processDefinitionId(definition.getId())
                    .setVariables(variables)
                    .correlateStartMessage();
        } else {
            engine.getRuntimeService().startProcessInstanceById(definition.getId(), variables);
        }
    }
}
