package org.muniflow.kernel.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.core.model.CoreModelElement;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.spi.CaseStep;
import org.muniflow.kernel.spi.Mandates;
import org.muniflow.kernel.spi.TaskStep;

/** A step at an element of a parsed model. */
class EngineStep implements CaseStep {

    private final DelegateExecution execution;
    private final CoreModelElement element;
    private final ProcessDefinitionEntity process;

    private EngineStep(DelegateExecution execution, CoreModelElement element, ProcessDefinitionEntity process) {
        this.execution = execution;
        this.element = element;
        this.process = process;
    }

    static CaseStep of(DelegateExecution execution, ActivityImpl activity) {
        return new EngineStep(execution, activity, (ProcessDefinitionEntity) activity.getProcessDefinition());
    }

    static CaseStep of(DelegateExecution execution, ProcessDefinitionEntity process) {
        return new EngineStep(execution, process, process);
    }

    static TaskStep of(TaskEntity task, ActivityImpl activity, TaskLock lock) {
        return new OfTask(task, activity, lock);
    }

    @Override
    public DelegateExecution execution() {
        return execution;
    }

    @Override
    public String elementId() {
        return element == process ? process.getKey() : element.getId();
    }

    @Override
    public String elementName() {
        // The engine keeps the names of tasks, but those of events only as properties.
        Object name = element.getName() == null ? element.getProperty("name") : element.getName();
        return name == null || name.toString().isBlank() ? elementId() : name.toString();
    }

    @Override
    public String elementType() {
        Object type = element.getProperty("type");
        return type == null ? "process" : type.toString();
    }

    @Override
    public Map<String, String> properties() {
        return ElementProperties.of(element);
    }

    @Override
    public Map<String, String> processProperties() {
        return ElementProperties.of(process);
    }

    @Override
    public String processKey() {
        return process.getKey();
    }

    private static final class OfTask extends EngineStep implements TaskStep {

        private final TaskEntity task;
        private final TaskLock lock;

        private OfTask(TaskEntity task, ActivityImpl activity, TaskLock lock) {
            super(task.getExecution(), activity, (ProcessDefinitionEntity) activity.getProcessDefinition());
            this.task = task;
            this.lock = lock;
        }

        @Override
        public DelegateTask task() {
            return task;
        }

        @Override
        public List<String> candidateGroups() {
            return task.getCandidates().stream()
                    .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                    .map(IdentityLink::getGroupId)
                    .filter(java.util.Objects::nonNull)
                    .distinct()
                    .toList();
        }

        @Override
        public @Nullable String actor() {
            return Context.getCommandContext().getAuthenticatedUserId();
        }

        @Override
        public Optional<Mandates.Mandate> mandate() {
            return lock.mandateOf(task);
        }
    }
}
