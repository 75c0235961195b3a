package org.muniflow.kernel.engine;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.muniflow.kernel.guard.DeployCheck;
import org.muniflow.kernel.guard.Finding;

/** Stands before every deployment, whoever makes it, and refuses it with all its problems at once. */
final class GuardDeployer implements Deployer {

    private final Supplier<DeployCheck> guard;

    GuardDeployer(Supplier<DeployCheck> guard) {
        this.guard = guard;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        // After a restart the engine reads what was deployed before; it is not judged again.
        if (!deployment.isNew()) {
            return;
        }
        Map<String, byte[]> files = new TreeMap<>();
        deployment.getResources().forEach((name, resource) -> files.put(name, resource.getBytes()));
        List<Finding> findings = guard.get().check(files);
        if (!findings.isEmpty()) {
            throw new DeploymentRefused(findings);
        }
    }
}
