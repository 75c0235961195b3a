package org.muniflow.casework.department;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.muniflow.casework.Database;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleListener;
import org.muniflow.kernel.spi.ModuleState;
import org.muniflow.kernel.spi.ModuleState.State;
import org.muniflow.kernel.spi.Modules;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A city whose modules stand as a test says; it tells listeners what the kernel would, in the kernel's order. */
public final class TrialCity implements Modules {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T18:00:00Z"), ZoneId.of("America/Chicago"));

    private final Map<ModuleId, State> states = new TreeMap<>();
    private final Map<ModuleId, ActiveModule> running = new TreeMap<>();
    private final Map<String, String> speaking = new TreeMap<>();
    private final Map<String, ModuleId> deployments = new TreeMap<>();
    private final List<ModuleListener> listeners = new ArrayList<>();
    private final KnownDepartments departments;

    private TrialCity(DataSource database) {
        departments = new KnownDepartments(new DepartmentRows(JdbcClient.create(database), CLOCK), () -> this);
        listeners.add(departments);
    }

    /** Founds a city. */
    public static TrialCity fresh() {
        return new TrialCity(Database.fresh());
    }

    /** Starts a node of a city whose database is there. */
    public static TrialCity on(DataSource database) {
        return new TrialCity(database);
    }

    public Departments departments() {
        return departments;
    }

    public TrialCity heardBy(ModuleListener listener) {
        listeners.add(listener);
        return this;
    }

    /** Says which version made a deployment. */
    public TrialCity deployed(String deployment, ModuleId module) {
        deployments.put(deployment, module);
        return this;
    }

    /** Makes a version ACTIVE, and DRAINING the one that was. */
    public TrialCity activate(ActiveModule module) {
        states.replaceAll(
                (id, state) -> id.name().equals(module.name()) && state == State.ACTIVE ? State.DRAINING : state);
        return run(module, State.ACTIVE);
    }

    /** Lets a version go on with its own cases. */
    public TrialCity drain(ActiveModule module) {
        return run(module, State.DRAINING);
    }

    private TrialCity run(ActiveModule module, State state) {
        states.put(module.id(), state);
        if (running.put(module.id(), module) == null) {
            listeners.forEach(listener -> listener.started(module));
        }
        settle(module.name());
        return this;
    }

    /** Ends a version, or says how one stands that does not run. */
    public TrialCity end(ActiveModule module, State state) {
        states.put(module.id(), state);
        return leave(module);
    }

    /** Removes a version. */
    public TrialCity remove(ActiveModule module) {
        states.remove(module.id());
        return leave(module);
    }

    /** Takes a version from this node only. */
    public TrialCity leave(ActiveModule module) {
        if (running.remove(module.id()) != null) {
            speaking.computeIfPresent(module.name(), (name, how) -> how.startsWith(module.id() + " ") ? null : how);
            listeners.forEach(listener -> listener.stopped(module));
            settle(module.name());
        }
        return this;
    }

    private void settle(String name) {
        versions(name).stream()
                .findFirst()
                .filter(speaker -> {
                    String how = speaker.id() + " " + isActive(speaker);
                    String before = speaking.put(name, how);
                    return !how.equals(before) && !(speaker.id() + " true").equals(before);
                })
                .ifPresent(speaker -> listeners.forEach(listener -> listener.speaks(speaker)));
    }

    @Override
    public List<ActiveModule> versions(String name) {
        List<ActiveModule> newestFirst = running.values().stream()
                .filter(module -> module.name().equals(name))
                .sorted((one, other) -> other.id().compareTo(one.id()))
                .toList();
        return Stream.concat(
                        newestFirst.stream().filter(this::isActive),
                        newestFirst.stream().filter(module -> !isActive(module)))
                .toList();
    }

    private boolean isActive(ActiveModule module) {
        return states.get(module.id()) == State.ACTIVE;
    }

    @Override
    public List<ActiveModule> active() {
        return running.values().stream()
                .map(ActiveModule::name)
                .distinct()
                .map(name -> versions(name).get(0))
                .toList();
    }

    @Override
    public Optional<ActiveModule> owner(String processKey) {
        return Stream.concat(active().stream(), running.values().stream())
                .filter(module -> module.processes().stream()
                        .anyMatch(process -> process.key().equals(processKey)))
                .findFirst();
    }

    @Override
    public Optional<ActiveModule> find(String name) {
        return versions(name).stream().findFirst();
    }

    @Override
    public Optional<ActiveModule> find(ModuleId module) {
        return Optional.ofNullable(running.get(module));
    }

    @Override
    public Optional<ModuleId> ofDeployment(String deploymentId) {
        return Optional.ofNullable(deployments.get(deploymentId));
    }

    @Override
    public List<ModuleState> states() {
        return states.entrySet().stream()
                .map(entry -> new ModuleState(
                        entry.getKey().name(),
                        entry.getKey().version(),
                        entry.getValue(),
                        null,
                        "0",
                        "admin",
                        CLOCK.instant()))
                .toList();
    }
}
