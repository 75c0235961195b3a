package org.muniflow.kernel.delegates;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.muniflow.kernel.engine.RunningStep;
import org.muniflow.kernel.spi.StepListener;
import org.muniflow.kernel.spi.StepRefused;
import org.muniflow.kernel.spi.TaskStep;

/** Lets a task be completed only when the guard that its model names has no objection, on every path. */
public final class GuardedTasks implements StepListener {

    private final Map<String, Offers> byDeployment = new ConcurrentHashMap<>();

    /**
     * Takes up a module version.
     *
     * @param deploymentId its deployment
     * @param offers what it offers
     */
    public void add(String deploymentId, Offers offers) {
        byDeployment.put(deploymentId, offers);
    }

    /**
     * Forgets a module version.
     *
     * @param deploymentId its deployment
     */
    public void remove(String deploymentId) {
        byDeployment.remove(deploymentId);
    }

    @Override
    public void taskCompleted(TaskStep step) {
        String name = step.properties().get("guard");
        if (name == null) {
            return;
        }
        Offers offers =
                byDeployment.get(RunningStep.definition(step.execution()).getDeploymentId());
        if (offers == null) {
            throw new StepRefused("The module of process " + step.processKey()
                    + " is stopped; complete the task when it runs again.");
        }
        offers.guard(name)
                .orElseThrow(() -> new StepRefused("Guard '" + name + "' of task '" + step.elementId()
                        + "' is not offered by its module; correct the model."))
                .check(step.task());
    }
}
