package org.muniflow.server.operations;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.spi.Actors;
import org.springframework.stereotype.Component;

/** Says in the words of the diagram where something is. */
@Component
final class Steps {

    private final RepositoryService repository;
    private final Actors actors;

    Steps(RepositoryService repository, Actors actors) {
        this.repository = repository;
        this.actors = actors;
    }

    /**
     * A step of a version of a process.
     *
     * @param process the process's name
     * @param processKey its key
     * @param version the version tag, which is that of its models; the engine's number if it has none
     * @param step the step's name; its id if it has none
     */
    record Place(String process, String processKey, String version, String step) {}

    Place place(String definitionId, @Nullable String elementId) {
        String element = elementId == null ? "" : elementId;
        return actors.asPlatform(() -> {
            try {
                ProcessDefinition definition = repository.getProcessDefinition(definitionId);
                return new Place(
                        name(definition),
                        definition.getKey(),
                        version(definition),
                        repository.getBpmnModelInstance(definitionId).getModelElementById(element)
                                                instanceof FlowElement step
                                        && step.getName() != null
                                ? step.getName().replaceAll("\\s+", " ")
                                : element);
            } catch (NotFoundException | NullValueException removed) {
                return new Place(definitionId, definitionId, "", element);
            }
        });
    }

    static String name(ProcessDefinition definition) {
        return definition.getName() == null ? definition.getKey() : definition.getName();
    }

    static String version(ProcessDefinition definition) {
        return definition.getVersionTag() == null
                ? String.valueOf(definition.getVersion())
                : definition.getVersionTag();
    }
}
