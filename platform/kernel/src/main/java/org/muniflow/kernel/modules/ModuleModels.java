package org.muniflow.kernel.modules;

import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.muniflow.kernel.delegates.GuardedTasks;
import org.muniflow.kernel.engine.AsPlatform;
import org.muniflow.kernel.engine.KnownApplications;
import org.muniflow.kernel.engine.ServedDeployments;
import org.muniflow.kernel.guard.ModelFiles;
import org.muniflow.kernel.guard.Publication;
import org.muniflow.kernel.modules.Deployments.Deployed;
import org.muniflow.kernel.modules.Deployments.Kind;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleRefused;

/** Deploys modules' models and connects them with the code of the version that they belong to. */
final class ModuleModels {

    private static final String PLATFORM = "muniflow";

    private final ProcessEngine engine;
    private final GuardedTasks guardedTasks;
    private final ServedDeployments served;
    private final Deployments deployments;
    private final DeployedFiles files;

    ModuleModels(
            ProcessEngine engine,
            GuardedTasks guardedTasks,
            ServedDeployments served,
            Deployments deployments,
            DeployedFiles files) {
        this.engine = engine;
        this.guardedTasks = guardedTasks;
        this.served = served;
        this.deployments = deployments;
        this.files = files;
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
     * Connects a version with those of its deployments that it does not serve yet.
     *
     * @param module the version, with its context up
     */
    void connect(RunningModule module) {
        connect(module, deployments.ids(module.id()));
    }

    /** Connects versions with what has been deployed for them on other nodes. */
    void connectAll(List<RunningModule> modules) {
        List<Deployed> rows = deployments.all();
        for (RunningModule module : modules) {
            connect(
                    module,
                    rows.stream()
                            .filter(row -> row.module().equals(module.id()))
                            .map(Deployed::id)
                            .toList());
        }
    }

    private void connect(RunningModule module, List<String> all) {
        if (module.deployments().equals(all) && !all.isEmpty()) {
            return;
        }
        guardedTasks.add(module.id(), module.offers());
        KnownApplications.add(module.id().toString(), module.application());
        served.serve(module.id(), module.application(), all);
        module.deployments(all);
    }

    /**
     * Makes a version's models the engine's newest and connects them: those of its jar or, when they have been deployed
     * before, those that it had last. Call this inside a transaction.
     *
     * @param module the version, with its context up
     * @param by the user
     */
    void deploy(RunningModule module, String by) {
        deploy(module, files.current(module), Kind.MODULE, by);
    }

    /**
     * Publishes models for a version: its own, with these in their place or besides. Call this inside a transaction.
     *
     * @param module the version, which runs here
     * @param changed the changed or new models by file name
     * @param by the user
     * @return the engine's id of the deployment
     */
    String publish(RunningModule module, Map<String, byte[]> changed, String by) {
        Map<String, byte[]> present = files.current(module);
        Map<String, byte[]> models = ModelFiles.overlay(present, changed);
        if (ModelFiles.changed(models, present).isEmpty() && models.keySet().equals(present.keySet())) {
            return module.deploymentId();
        }
        try {
            return deploy(module, models, Kind.PUBLICATION, by);
        } catch (ParseException refused) {
            throw new ModuleRefused(
                    module.id().toString(),
                    refused.getResorceReports().stream()
                            .flatMap(report -> report.getErrors().stream()
                                    .map(problem -> report.getResourceName() + ", line " + problem.getLine() + ": "
                                            + problem.getMessage()))
                            .toList());
        }
    }

    /** Tells what was published for the version that took the new cases until now and is not in this one. */
    Optional<String> leftBehind(RunningModule module) {
        return files.leftBehind(module);
    }

    private String deploy(RunningModule module, Map<String, byte[]> models, Kind kind, String by) {
        String name = module.id().toString();
        String deployed = AsPlatform.call(engine.getIdentityService(), () -> {
            DeploymentBuilder builder = engine.getRepositoryService()
                    .createDeployment(module.application())
                    .name(name)
                    .source(name);
            models.forEach((file, content) -> builder.addInputStream(file, new ByteArrayInputStream(content)));
            return Publication.of(module, builder::deploy).getId();
        });
        deployments.add(module.id(), deployed, kind, by);
        deployments.supersedeOthers(module.id());
        connect(module);
        return deployed;
    }

    /** A version's deployments, whether it runs or not. */
    List<String> deployments(ModuleId module) {
        return deployments.ids(module);
    }

    /** Deletes a version's models, which no case and no history needs. Call this inside a transaction. */
    void delete(ModuleId module) {
        AsPlatform.call(engine.getIdentityService(), () -> {
            deployments.ids(module).forEach(engine.getRepositoryService()::deleteDeployment);
            return module;
        });
        deployments.remove(module);
    }

    /** The jar of a version has been replaced: its cases go on, and its new models are to be deployed. */
    void replaced(ModuleId module) {
        deployments.replaced(module);
    }

    /** Says whether a version's models must be deployed before it can take new cases. */
    boolean mustDeploy(ModuleId module) {
        List<Deployed> rows = deployments.of(module);
        return rows.stream().noneMatch(row -> row.kind() == Kind.MODULE)
                || rows.get(rows.size() - 1).superseded();
    }

    /** Takes up deployments that were made before there was a table of them. */
    void adopt(ModuleId module, String by) {
        if (deployments.of(module).isEmpty()) {
            AsPlatform.call(engine.getIdentityService(), () -> engine.getRepositoryService()
                            .createDeploymentQuery()
                            .deploymentName(module.toString())
                            .orderByDeploymentTime()
                            .asc()
                            .list())
                    .forEach(deployment -> deployments.add(module, deployment.getId(), Kind.MODULE, by));
        }
    }

    /**
     * Connects a version with those deployments only, after a change was rolled back.
     *
     * @param module the version
     * @param kept the deployments that it goes on to serve
     */
    void keep(RunningModule module, List<String> kept) {
        Set<String> gone = all(module);
        kept.forEach(gone::remove);
        drop(gone);
        module.deployments(kept);
    }

    /** Disconnects a version; its jobs wait. */
    void disconnect(RunningModule module) {
        drop(all(module));
        guardedTasks.remove(module.id());
        KnownApplications.remove(module.id().toString());
        module.deployments(List.of());
    }

    // What was published a moment ago is served before it is among the module's own.
    private Set<String> all(RunningModule module) {
        Set<String> all = new HashSet<>(module.deployments());
        all.addAll(served.of(module.id()));
        return all;
    }

    private void drop(Set<String> gone) {
        served.forget(gone);
        // The engine's cache of parsed models goes with the code that they were parsed for.
        AsPlatform.call(engine.getIdentityService(), () -> {
            engine.getManagementService().unregisterProcessApplication(gone, true);
            return gone;
        });
    }
}
