package org.muniflow.kernel.delegates;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.muniflow.kernel.engine.RunningStep;
import org.muniflow.kernel.engine.ServedDeployments;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.StepListener;
import org.muniflow.kernel.spi.StepRefused;
import org.muniflow.kernel.spi.TaskStep;

/** Lets a task be completed only when the guard that its model names has no objection, on every path. */
public final class GuardedTasks implements StepListener {

    private final Map<ModuleId, Offers> offers = new ConcurrentHashMap<>();
    private final ServedDeployments served;

    GuardedTasks(ServedDeployments served) {
        this.served = served;
    }

    /**
     * Takes up a version of a module. Call this before its deployments are served.
     *
     * @param module the version
     * @param offered what it offers
     */
    public void add(ModuleId module, Offers offered) {
        offers.put(module, offered);
    }

    /**
     * Forgets a version of a module.
     *
     * @param module the version; may be unknown
     */
    public void remove(ModuleId module) {
        offers.remove(module);
    }

    @Override
    public void taskCompleted(TaskStep step) {
        String name = step.properties().get("guard");
        if (name == null) {
            return;
        }
        // The step could not have come here if its module did not run.
        served.server(RunningStep.definition(step.execution()).getDeploymentId())
                .map(offers::get)
                .flatMap(module -> module.guard(name))
                .orElseThrow(() -> new StepRefused("Guard '" + name + "' of task '" + step.elementId()
                        + "' is not offered by its module; correct the model."))
                .check(step.task());
    }
}
