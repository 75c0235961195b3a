package org.muniflow.kernel.modules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.application.ProcessApplicationReference;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.muniflow.kernel.delegates.GuardedTasks;
import org.muniflow.kernel.delegates.Offers;
import org.muniflow.kernel.engine.AsPlatform;
import org.muniflow.kernel.engine.KnownApplications;
import org.muniflow.kernel.engine.ModuleApplication;
import org.muniflow.kernel.engine.ServedDeployments;
import org.muniflow.kernel.guard.Publication;

/** Deploys modules' models: one deployment per module version, which survives restarts. */
final class ModuleModels {

    private static final String FOLDER = "bpmn/";
    private static final List<String> KINDS = List.of(".bpmn", ".dmn", ".form");
    private static final String PLATFORM = "muniflow";

    private final ProcessEngine engine;
    private final GuardedTasks guardedTasks;
    private final ServedDeployments served;

    ModuleModels(ProcessEngine engine, GuardedTasks guardedTasks, ServedDeployments served) {
        this.engine = engine;
        this.guardedTasks = guardedTasks;
        this.served = served;
    }

    /**
     * A module version's deployments.
     *
     * @param current the newest, which takes new cases
     * @param all the newest and those that a development version left behind
     */
    record Deployed(String current, Set<String> all) {

        Deployed {
            all = Set.copyOf(all);
        }
    }

    /** Registers a deployment that stays, since the engine's job acquisition fails when there is none at all. */
    void keepOneDeploymentRegistered() {
        AsPlatform.call(engine.getIdentityService(), () -> {
            Deployment platform = engine.getRepositoryService()
                    .createDeployment()
                    .name(PLATFORM)
                    .source(PLATFORM)
                    .enableDuplicateFiltering(false)
                    .addString("platform.txt", "Holds no model.")
                    .deploy();
            engine.getManagementService().registerDeploymentForJobExecutor(platform.getId());
            return platform;
        });
    }

    /**
     * Deploys the module's models, or finds them deployed, and connects them with its components.
     *
     * @param module the module, with its context up
     * @param offers what it offers to its models
     * @return its deployments
     */
    Deployed deploy(RunningModule module, Offers offers) {
        return AsPlatform.call(engine.getIdentityService(), () -> {
            ProcessApplicationReference application = new ModuleApplication(
                            module.id().toString(), module.classLoader(), offers.delegates())
                    .getReference();
            RepositoryService repository = engine.getRepositoryService();
            DeploymentBuilder builder = repository
                    .createDeployment(application)
                    .name(module.id().toString())
                    .source(module.id().toString())
                    .enableDuplicateFiltering(false);
            for (String path : module.resources(FOLDER)) {
                if (KINDS.stream().anyMatch(path::endsWith)) {
                    builder.addInputStream(
                            path.substring(FOLDER.length()),
                            new java.io.ByteArrayInputStream(
                                    module.resource(path).orElseThrow()));
                }
            }
            String current = Publication.of(module, builder::deploy).getId();
            served.serve(module.id(), Set.of(current));
            Set<String> all = new HashSet<>(Set.of(current));
            ManagementService management = engine.getManagementService();
            for (Deployment older : repository
                    .createDeploymentQuery()
                    .deploymentName(module.id().toString())
                    .list()) {
                if (all.add(older.getId())) {
                    served.serve(module.id(), Set.of(older.getId()));
                    management.registerProcessApplication(older.getId(), application);
                    management.registerDeploymentForJobExecutor(older.getId());
                }
            }
            KnownApplications.add(module.id().toString(), application);
            all.forEach(deployment -> guardedTasks.add(deployment, offers));
            return new Deployed(current, all);
        });
    }

    /** Disconnects a module's deployments; their jobs wait. */
    void disconnect(RunningModule module) {
        Set<String> deployments = module.deploymentIds();
        AsPlatform.call(engine.getIdentityService(), () -> {
            ManagementService management = engine.getManagementService();
            deployments.forEach(management::unregisterDeploymentForJobExecutor);
            management.unregisterProcessApplication(deployments, true);
            served.forget(module.id());
            KnownApplications.remove(module.id().toString());
            deployments.forEach(guardedTasks::remove);
            return deployments;
        });
    }
}
