package org.muniflow.kernel.engine;

import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.engine.DeploymentRows.Owner;
import org.muniflow.kernel.spi.ModuleState.State;

/**
 * Lets a step into a model only when the version of the module that serves it runs on this node. Without this the engine
 * would run the step on the code of the version before, or fail with a word of its own.
 */
final class RunningModules {

    private final ServedDeployments served;
    private final Supplier<@Nullable DeploymentRows> rows;

    RunningModules(ServedDeployments served, Supplier<@Nullable DeploymentRows> rows) {
        this.served = served;
        this.rows = rows;
    }

    /**
     * Enters a model.
     *
     * @param process the model
     * @param then what to do when it runs again, for the refusal; ends without a full stop
     * @throws ModuleAway when its module does not run here
     */
    void enter(ProcessDefinitionEntity process, String then) {
        String deployment = process.getDeploymentId();
        if (served.enter(deployment, inJob())) {
            return;
        }
        Optional<Owner> owner = served.server(deployment)
                .map(module -> new Owner(module, State.STOPPED))
                .or(() -> owner(deployment));
        if (owner.isEmpty()) {
            // Deployed before modules were on record; nothing is known that could be away.
            return;
        }
        // Published on another node a moment ago, for a version that runs here too.
        if (served.join(owner.get().module(), deployment) && served.enter(deployment, inJob())) {
            return;
        }
        throw new ModuleAway(words(owner.get(), inJob() ? "try again" : then));
    }

    /** Says whether a deployment belongs to a module and is not served here. */
    boolean away(String deploymentId) {
        return served.server(deploymentId).isEmpty() && owner(deploymentId).isPresent();
    }

    private Optional<Owner> owner(String deploymentId) {
        DeploymentRows known = rows.get();
        return known == null ? Optional.empty() : known.find(deploymentId);
    }

    private static boolean inJob() {
        return Context.getJobExecutorContext() != null
                || Context.getCommandContext().getCurrentJob() != null;
    }

    private static String words(Owner owner, String then) {
        String module =
                "The module " + owner.module().name() + " " + owner.module().version();
        State state = owner.state();
        if (state == State.STOPPED) {
            return module + " is stopped; " + then + " when it runs again.";
        }
        if (state == State.FAILED) {
            return module + " could not be started; " + then + " when an administrator has started it.";
        }
        if (state == null || state == State.RETIRED) {
            return module + " has been retired; ask an administrator to make it active again.";
        }
        return module + " is just being started; " + then + " in a few seconds.";
    }
}
