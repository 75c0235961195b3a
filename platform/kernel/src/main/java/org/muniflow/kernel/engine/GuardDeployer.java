package org.muniflow.kernel.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.guard.DeployCheck;
import org.muniflow.kernel.guard.Finding;
import org.muniflow.kernel.guard.Judgement;
import org.muniflow.kernel.spi.ModuleId;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Stands before every deployment, whoever makes it. It refuses it with all its problems at once, or notes for which version of
 * which module it is and connects it with that.
 */
final class GuardDeployer implements Deployer {

    private final Supplier<DeployCheck> guard;
    private final Supplier<@Nullable DeploymentRows> rows;
    private final ServedDeployments served;

    GuardDeployer(Supplier<DeployCheck> guard, Supplier<@Nullable DeploymentRows> rows, ServedDeployments served) {
        this.guard = guard;
        this.rows = rows;
        this.served = served;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        // After a restart the engine reads what was deployed before; it is not judged again.
        if (!deployment.isNew()) {
            return;
        }
        Map<String, byte[]> files = new TreeMap<>();
        deployment.getResources().forEach((name, resource) -> files.put(name, resource.getBytes()));
        Judgement judgement = guard.get().judge(files);
        if (!judgement.findings().isEmpty()) {
            throw new DeploymentRefused(judgement.findings());
        }
        DeploymentRows book = rows.get();
        if (judgement.owner() != null && book != null) {
            published(judgement.owner(), deployment, book);
        }
    }

    private void published(ModuleId owner, DeploymentEntity deployment, DeploymentRows book) {
        if (!book.active(owner)) {
            // Another node has just made another version active, and this one has not followed yet.
            throw new DeploymentRefused(List.of(new Finding(
                    deployment.getResources().keySet().iterator().next(),
                    "",
                    0,
                    0,
                    "owned-models",
                    "Version " + owner.version() + " of module " + owner.name()
                            + " takes no new cases any more. Deploy again in a few seconds.")));
        }
        String id = deployment.getId();
        book.published(owner, id, Context.getCommandContext().getAuthenticatedUserId(), deployment.getDeploymentTime());
        // Nobody sees the deployment before the commit, and from then on it needs its module.
        served.join(owner, id);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status != STATUS_COMMITTED) {
                    served.forget(Set.of(id));
                }
            }
        });
    }
}
