package org.muniflow.kernel.engine;

import java.util.List;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmScope;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Puts the platform's listeners into every model as it is parsed. Parsing happens again at every cache miss, so that
 * they are there after a restart too; being built in, they survive {@code skipCustomListeners}.
 */
final class StepParser extends AbstractBpmnParseListener {

    private static final List<String> TASK_EVENTS = List.of(
            TaskListener.EVENTNAME_CREATE,
            TaskListener.EVENTNAME_ASSIGNMENT,
            TaskListener.EVENTNAME_UPDATE,
            TaskListener.EVENTNAME_COMPLETE,
            TaskListener.EVENTNAME_DELETE);

    private final StepEvents events;
    private final TaskLock lock;

    StepParser(StepEvents events, TaskLock lock) {
        this.events = events;
        this.lock = lock;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        ElementProperties.keep(element, process);
        process.addBuiltInListener(ExecutionListener.EVENTNAME_START, events.start(process));
        process.addBuiltInListener(ExecutionListener.EVENTNAME_END, events.end(process));
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        ElementProperties.keep(element, activity);
        TaskDefinition definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        TaskListener listener = events.task(activity, lock);
        TASK_EVENTS.forEach(event -> definition.addBuiltInTaskListener(event, listener));
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        ElementProperties.keep(element, activity);
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, events.endEvent(activity));
    }

    @Override
    public void parseIntermediateCatchEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        watch(element, activity);
    }

    @Override
    public void parseReceiveTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        watch(element, activity);
    }

    @Override
    public void parseBoundaryEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        watch(element, activity);
    }

    /** An event behind a gateway or on a boundary is armed when its host is entered, not when the event is. */
    private void watch(Element element, ActivityImpl activity) {
        if (!ElementProperties.keep(element, activity).containsKey("clock")) {
            return;
        }
        PvmScope host = activity.getEventScope();
        if (host instanceof ActivityImpl scope && host != activity.getFlowScope()) {
            scope.addBuiltInListener(ExecutionListener.EVENTNAME_START, events.entered(activity));
            scope.addBuiltInListener(ExecutionListener.EVENTNAME_END, events.hostLeft(activity));
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, events.happened(activity));
        } else {
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, events.entered(activity));
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, events.left(activity));
        }
    }
}
