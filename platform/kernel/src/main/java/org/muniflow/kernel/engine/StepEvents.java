package org.muniflow.kernel.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.spi.CaseStep;
import org.muniflow.kernel.spi.StepListener;
import org.muniflow.kernel.spi.TaskStep;

/** The built-in listeners: they number new cases, hold the task lock, and tell the platform of every step. */
final class StepEvents {

    private static final String OUTCOME = "outcome";

    private final Supplier<List<StepListener>> listeners;
    private final CaseNumbering numbering;
    private final PerTransaction<Map<String, ActivityImpl>> reached = new PerTransaction<>(HashMap::new, ends -> {});

    StepEvents(Supplier<List<StepListener>> listeners, CaseNumbering numbering) {
        this.listeners = listeners;
        this.numbering = numbering;
    }

    ExecutionListener start(ProcessDefinitionEntity process) {
        return execution -> {
            numbering.number((ExecutionEntity) execution, process);
            CaseStep step = EngineStep.of(execution, process);
            tell(step, StepListener::caseStarted);
        };
    }

    ExecutionListener endEvent(ActivityImpl end) {
        return execution -> {
            boolean aside = "no".equals(ElementProperties.of(end).get(OUTCOME));
            Map<String, ActivityImpl> ends = reached.get();
            if (!aside || !ends.containsKey(execution.getProcessInstanceId())) {
                ends.put(execution.getProcessInstanceId(), end);
            }
        };
    }

    ExecutionListener end(ProcessDefinitionEntity process) {
        return execution -> {
            ActivityImpl end = deciding(execution, process);
            CaseStep step = end == null ? EngineStep.of(execution, process) : EngineStep.of(execution, end);
            tell(step, StepListener::caseEnded);
        };
    }

    ExecutionListener entered(ActivityImpl event) {
        return execution -> tell(EngineStep.of(execution, event), StepListener::eventEntered);
    }

    ExecutionListener happened(ActivityImpl event) {
        return execution -> tell(EngineStep.of(execution, event), (listener, step) -> listener.eventLeft(step, false));
    }

    ExecutionListener left(ActivityImpl event) {
        return execution -> {
            boolean cancelled = execution.isCanceled();
            tell(EngineStep.of(execution, event), (listener, step) -> listener.eventLeft(step, cancelled));
        };
    }

    ExecutionListener hostLeft(ActivityImpl event) {
        return execution -> {
            String reason = ((ExecutionEntity) execution).getDeleteReason();
            // The engine names the event for whose sake it cancels the scope; that event is about to happen.
            if (reason == null || !reason.contains("(" + event.getId() + ")")) {
                tell(EngineStep.of(execution, event), (listener, step) -> listener.eventLeft(step, true));
            }
        };
    }

    TaskListener task(ActivityImpl activity, TaskLock lock) {
        return task -> {
            TaskEntity entity = (TaskEntity) task;
            TaskStep step = EngineStep.of(entity, activity, lock);
            switch (task.getEventName()) {
                case TaskListener.EVENTNAME_CREATE -> tell(step, StepListener::taskCreated);
                case TaskListener.EVENTNAME_ASSIGNMENT -> {
                    lock.assigned(entity);
                    tell(step, StepListener::taskAssigned);
                }
                case TaskListener.EVENTNAME_UPDATE -> {
                    lock.updated(entity);
                    tell(step, StepListener::taskUpdated);
                }
                case TaskListener.EVENTNAME_COMPLETE -> {
                    lock.completing(entity);
                    tell(step, StepListener::taskCompleted);
                }
                case TaskListener.EVENTNAME_DELETE -> tell(step, StepListener::taskDeleted);
                default -> throw new IllegalStateException("Unknown task event " + task.getEventName());
            }
        };
    }

    private <S> void tell(S step, BiConsumer<StepListener, S> event) {
        for (StepListener listener : listeners.get()) {
            event.accept(listener, step);
        }
    }

    /** The end event that is the outcome: an earlier one when the last was a side branch's. */
    private @Nullable ActivityImpl deciding(DelegateExecution execution, ProcessDefinitionEntity process) {
        Map<String, ActivityImpl> ends = reached.find();
        ActivityImpl last = ends == null ? null : ends.remove(execution.getProcessInstanceId());
        if (last == null || !"no".equals(ElementProperties.of(last).get(OUTCOME))) {
            return last;
        }
        return Context.getCommandContext().runWithoutAuthorization(() -> execution
                .getProcessEngineServices()
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .finished()
                .orderByHistoricActivityInstanceEndTime()
                .desc()
                .listPage(0, 1000)
                .stream()
                .filter(instance -> instance.getActivityType().endsWith("EndEvent"))
                .map(HistoricActivityInstance::getActivityId)
                .map(process::findActivity)
                .filter(end ->
                        end != null && !"no".equals(ElementProperties.of(end).get(OUTCOME)))
                .findFirst()
                .orElse(last));
    }
}
