package org.muniflow.server.desk;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.stereotype.Component;

/** Reads what the model says about a task: its sections of law, clock and record pages. */
@Component
final class TaskPlace {

    private final RepositoryService repository;

    TaskPlace(RepositoryService repository) {
        this.repository = repository;
    }

    ProcessDefinition process(String definitionId) {
        return repository.getProcessDefinition(definitionId);
    }

    /** Returns the task's properties over the process's. */
    Map<String, String> properties(String definitionId, String elementId) {
        Map<String, String> properties = new HashMap<>();
        var model = repository.getBpmnModelInstance(definitionId);
        if (model.getModelElementById(process(definitionId).getKey()) instanceof BaseElement process) {
            read(process, properties);
        }
        if (model.getModelElementById(elementId) instanceof BaseElement element) {
            read(element, properties);
        }
        return properties;
    }

    private static void read(BaseElement element, Map<String, String> into) {
        ExtensionElements extensions = element.getExtensionElements();
        if (extensions == null) {
            return;
        }
        for (CamundaProperties properties : extensions.getChildElementsByType(CamundaProperties.class)) {
            for (CamundaProperty property : properties.getCamundaProperties()) {
                into.put(property.getCamundaName(), property.getCamundaValue());
            }
        }
    }
}
