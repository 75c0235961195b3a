package org.muniflow.kernel.modules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.repository.Deployment;
import org.muniflow.kernel.DatabaseState;
import org.muniflow.kernel.KernelCity;

/**
 * Everything that a module which is refused must leave alone: every row of every table of every schema, the versions that
 * run with their class loaders, which deployments are served and by whom, the plugin framework's plugins, the files in the
 * folder of modules.
 *
 * @param database all tables but those that tell of operations and nodes
 * @param running the running versions and their class loaders
 * @param states the table of modules
 * @param served the deployments whose jobs this node runs
 * @param applications the application of each deployment
 * @param plugins the versions that the plugin framework has loaded
 * @param files the files in the folder of modules
 */
record CityState(
        Map<String, List<String>> database,
        Set<String> running,
        Set<String> states,
        Set<String> served,
        Map<String, String> applications,
        Set<String> plugins,
        Set<String> files) {

    // What was asked is recorded also when it is refused, and heartbeats and the engine's ids go on.
    private static final List<String> RESTLESS = List.of(
            "muniflow.module_change",
            "muniflow.module_lock",
            "muniflow.node",
            "muniflow.module_node",
            "public.act_ge_property",
            "muniflow.module",
            "muniflow.module_part");

    static CityState of(KernelCity city) {
        return of(city, "");
    }

    /** Leaves out the row of one version, which a failed start keeps with its reason. */
    static CityState of(KernelCity city, String except) {
        ModulePlugins plugins = city.bean(ModulePlugins.class);
        Map<String, String> applications = new TreeMap<>();
        for (Deployment deployment :
                city.engine().getRepositoryService().createDeploymentQuery().list()) {
            applications.put(
                    deployment.getId(),
                    String.valueOf(city.engine()
                            .getManagementService()
                            .getProcessApplicationForDeployment(deployment.getId())));
        }
        return new CityState(
                DatabaseState.of(city.bean(DataSource.class), RESTLESS),
                sorted(city.modules().active().stream()
                        .map(module -> module.id() + " " + System.identityHashCode(module.classLoader()))),
                sorted(city.modules().states().stream()
                        .filter(state -> !state.id().toString().equals(except))
                        .map(Object::toString)),
                new TreeSet<>(city.engine().getManagementService().getRegisteredDeployments()),
                applications,
                sorted(plugins.getPlugins().stream()
                        .map(plugin ->
                                plugin.getPluginId() + " " + System.identityHashCode(plugin.getPluginClassLoader()))),
                files(plugins.getPluginsRoot()));
    }

    /** Tells what differs, one line for each thing that is there only before or only now. */
    List<String> changesSince(CityState before) {
        Set<String> then = before.lines();
        Set<String> now = lines();
        List<String> changes = new ArrayList<>();
        then.stream().filter(line -> !now.contains(line)).forEach(line -> changes.add("gone: " + line));
        now.stream().filter(line -> !then.contains(line)).forEach(line -> changes.add("new: " + line));
        return changes;
    }

    private Set<String> lines() {
        Set<String> lines = new TreeSet<>();
        database.forEach((table, rows) -> {
            lines.add("table " + table + " " + rows.size());
            rows.forEach(row -> lines.add("row of " + table + " " + row));
        });
        running.forEach(module -> lines.add("running " + module));
        states.forEach(state -> lines.add("state " + state));
        served.forEach(deployment -> lines.add("served " + deployment));
        applications.forEach(
                (deployment, application) -> lines.add("application of " + deployment + " " + application));
        plugins.forEach(plugin -> lines.add("plugin " + plugin));
        files.forEach(file -> lines.add("file " + file));
        return lines;
    }

    private static Set<String> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return sorted(files.map(file -> folder.relativize(file).toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> sorted(Stream<String> values) {
        return values.collect(TreeSet::new, Set::add, Set::addAll);
    }
}
