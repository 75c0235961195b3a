package org.muniflow.kernel.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Stands before every step of every model: a case starts, moves on and ends a wait only while its module runs here. A step that
 * is cancelled, and the end of a call, need no code of the module and pass.
 */
final class StepGates extends AbstractBpmnParseListener {

    private static final String TRY_AGAIN = "try again";

    private final RunningModules running;

    StepGates(RunningModules running) {
        this.running = running;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        // The engine calls this when it has parsed all that the process holds.
        process.addBuiltInListener(
                ExecutionListener.EVENTNAME_START,
                (ExecutionListener) execution -> running.enter(process, "start the case"),
                0);
        gates(process, process);
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        ProcessDefinitionEntity process = (ProcessDefinitionEntity) activity.getProcessDefinition();
        ((UserTaskActivityBehavior) activity.getActivityBehavior())
                .getTaskDefinition()
                .addBuiltInTaskListener(
                        TaskListener.EVENTNAME_COMPLETE, task -> running.enter(process, "complete the task"));
    }

    private void gates(ScopeImpl scope, ProcessDefinitionEntity process) {
        ExecutionListener start = execution -> running.enter(process, TRY_AGAIN);
        ExecutionListener end = execution -> leave(execution, process);
        for (ActivityImpl activity : scope.getActivities()) {
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, start, 0);
            if (waits(activity)) {
                activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, end, 0);
            }
            gates(activity, process);
        }
    }

    private static boolean waits(ActivityImpl activity) {
        String type = String.valueOf(activity.getProperty("type"));
        return type.equals("receiveTask") || type.startsWith("intermediate") && !type.contains("Throw");
    }

    private void leave(DelegateExecution execution, ProcessDefinitionEntity process) {
        if (!execution.isCanceled()) {
            running.enter(process, TRY_AGAIN);
        }
    }
}
