package org.muniflow.kernel.modules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Resource;
import org.muniflow.kernel.engine.AsPlatform;
import org.muniflow.kernel.guard.ModelFiles;
import org.muniflow.kernel.modules.Deployments.Deployed;
import org.muniflow.kernel.modules.Deployments.Kind;
import org.muniflow.kernel.spi.ModuleId;

/** The model files that versions have: those of their jars and what has been published for them since. */
final class DeployedFiles {

    private static final String FOLDER = "bpmn/";
    private static final List<String> KINDS = List.of(".bpmn", ".dmn", ".form");

    private final ProcessEngine engine;
    private final Deployments deployments;

    DeployedFiles(ProcessEngine engine, Deployments deployments) {
        this.engine = engine;
        this.deployments = deployments;
    }

    /** The models that a version has now, by file name: those that it had last or, before it was ever deployed, its jar's. */
    Map<String, byte[]> current(RunningModule module) {
        List<Deployed> rows = deployments.of(module.id());
        return rows.stream().noneMatch(row -> row.kind() == Kind.MODULE) ? ofJar(module) : current(rows);
    }

    // The last full set and the publications since then, the later over the earlier.
    private Map<String, byte[]> current(List<Deployed> rows) {
        int last = rows.size() - 1;
        while (last > 0 && rows.get(last).kind() == Kind.PUBLICATION) {
            last--;
        }
        Map<String, byte[]> models = Map.of();
        for (Deployed row : rows.subList(last, rows.size())) {
            models = ModelFiles.overlay(models, resources(row.id()));
        }
        return models;
    }

    private static Map<String, byte[]> ofJar(RunningModule module) {
        Map<String, byte[]> models = new TreeMap<>();
        for (String path : module.resources(FOLDER)) {
            if (KINDS.stream().anyMatch(path::endsWith)) {
                models.put(
                        path.substring(FOLDER.length()), module.resource(path).orElseThrow());
            }
        }
        return models;
    }

    /**
     * Tells which models people have changed for what took the new cases until now, and that are not so in a version that is to
     * take them. Call this before its models are deployed.
     *
     * @param module the version
     * @return one sentence, or empty when nothing is left behind
     */
    Optional<String> leftBehind(RunningModule module) {
        List<Deployed> newest = deployments.all().stream()
                .filter(row -> row.module().name().equals(module.name()) && !row.superseded())
                .toList();
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        ModuleId former = newest.get(newest.size() - 1).module();
        List<Deployed> rows = deployments.of(former);
        Map<String, byte[]> published = current(rows);
        Set<String> edits = ModelFiles.changed(published, asInstalled(rows));
        edits.retainAll(ModelFiles.changed(published, current(module)));
        return edits.isEmpty()
                ? Optional.empty()
                : Optional.of("Published for "
                        + (former.equals(module.id())
                                ? "the jar before and not in this one: "
                                : "version " + former.version() + " and not in this one: ")
                        + String.join(", ", edits) + ". Publish it again if it is still wanted.");
    }

    // A version's first full set is its jar's; a development version that has replaced its jar has several, the last of
    // which counts.
    private Map<String, byte[]> asInstalled(List<Deployed> rows) {
        List<Deployed> former =
                rows.stream().filter(row -> row.kind() == Kind.FORMER).toList();
        return rows.stream()
                .filter(row -> row.kind() == Kind.MODULE)
                .findFirst()
                .or(() -> former.stream().skip(Math.max(0, former.size() - 1)).findFirst())
                .map(row -> resources(row.id()))
                .orElse(Map.of());
    }

    private Map<String, byte[]> resources(String deployment) {
        return AsPlatform.call(engine.getIdentityService(), () -> {
            RepositoryService repository = engine.getRepositoryService();
            Map<String, byte[]> files = new TreeMap<>();
            for (Resource resource : repository.getDeploymentResources(deployment)) {
                try (InputStream content = repository.getResourceAsStreamById(deployment, resource.getId())) {
                    files.put(resource.getName(), content.readAllBytes());
                } catch (IOException e) {
                    throw new UncheckedIOException("Cannot read " + resource.getName(), e);
                }
            }
            return files;
        });
    }
}
