package org.muniflow.kernel.engine;

import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.application.ProcessApplicationReference;
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
}
