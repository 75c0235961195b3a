package org.muniflow.kernel.engine;

import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.engine.DeploymentRows.Owner;
import org.muniflow.kernel.spi.StepRefused;

/**
 * Keeps signed-in users from deleting the models of a module beside it, with all their cases: that is what uninstalling is for,
 * which looks first for what still needs them. The kernel itself may delete them.
 */
final class KeptDeployments {

    private KeptDeployments() {}

    static CommandChecker of(Supplier<@Nullable DeploymentRows> rows) {
        return (CommandChecker) Proxy.newProxyInstance(
                CommandChecker.class.getClassLoader(), new Class<?>[] {CommandChecker.class}, (self, method, args) -> {
                    switch (method.getName()) {
                        case "checkDeleteDeployment" -> keep((String) args[0], rows.get());
                        case "checkDeleteProcessDefinitionById" -> keep(deployment((String) args[0]), rows.get());
                        default -> {}
                    }
                    return switch (method.getName()) {
                        case "equals" -> self == args[0];
                        case "hashCode" -> System.identityHashCode(self);
                        case "toString" -> "KeptDeployments";
                        default -> null;
                    };
                });
    }

    private static void keep(@Nullable String deploymentId, @Nullable DeploymentRows book) {
        if (deploymentId == null || book == null || Context.getCommandContext().getAuthenticatedUserId() == null) {
            return;
        }
        Owner owner = book.find(deploymentId).orElse(null);
        if (owner != null) {
            throw new StepRefused("These models belong to module "
                    + owner.module().name() + " " + owner.module().version()
                    + ". Retire and uninstall the module, which tells what still needs them.");
        }
    }

    private static @Nullable String deployment(String processDefinitionId) {
        var definition = Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(processDefinitionId);
        return definition == null ? null : definition.getDeploymentId();
    }
}
