package org.muniflow.kernel.engine;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.application.ProcessApplicationReference;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.application.DefaultProcessApplicationRegistration;
import org.camunda.bpm.engine.impl.application.ProcessApplicationManager;
import org.jspecify.annotations.Nullable;

/**
 * The engine's list of who serves which deployment, safe to be read while a module is being installed: the engine's own map
 * answers nothing for known deployments while it grows.
 */
final class Applications extends ProcessApplicationManager {

    Applications() {
        registrationsByDeploymentId = new ConcurrentHashMap<>();
    }

    @Override
    public @Nullable ProcessApplicationReference getProcessApplicationForDeployment(@Nullable String deploymentId) {
        // Jobs of the engine itself belong to no deployment.
        return deploymentId == null ? null : super.getProcessApplicationForDeployment(deploymentId);
    }

    /** Lets an application serve a deployment, outside of any command and whatever becomes of its transaction. */
    void put(String deploymentId, ProcessApplicationReference application) {
        registrationsByDeploymentId.put(
                deploymentId,
                new DefaultProcessApplicationRegistration(
                        application, Set.of(deploymentId), ProcessEngines.NAME_DEFAULT));
    }

    void remove(String deploymentId) {
        registrationsByDeploymentId.remove(deploymentId);
    }
}
