package org.muniflow.kernel.modules;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleListener;
import org.muniflow.kernel.spi.ModuleOnNode;
import org.muniflow.kernel.spi.ModuleState;
import org.muniflow.kernel.spi.Modules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

/** The versions that run on this node, and which of them speak for their departments. */
final class NodeModules implements Modules {

    private static final Logger LOG = LoggerFactory.getLogger(NodeModules.class);

    private static final Comparator<RunningModule> NEWEST_FIRST =
            Comparator.comparing(RunningModule::id).reversed();

    private final ModuleTable table;
    private final Deployments deployments;
    private final NodeTable nodes;
    private final ObjectProvider<ModuleListener> listeners;
    private final Map<ModuleId, RunningModule> running = new ConcurrentHashMap<>();

    // The speakers that take new cases.
    private final Set<ModuleId> leading = ConcurrentHashMap.newKeySet();

    // Read in every step of every case; replaced as a whole when something changes.
    private volatile Map<String, RunningModule> speakers = Map.of();

    NodeModules(ModuleTable table, Deployments deployments, NodeTable nodes, ObjectProvider<ModuleListener> listeners) {
        this.table = table;
        this.deployments = deployments;
        this.nodes = nodes;
        this.listeners = listeners;
    }

    @Override
    public List<ActiveModule> active() {
        return List.copyOf(speakers.values());
    }

    @Override
    public Optional<ActiveModule> owner(String processKey) {
        return Stream.concat(
                        speakers.values().stream(), running.values().stream().sorted(NEWEST_FIRST))
                .filter(module -> module.declares(processKey))
                .<ActiveModule>map(module -> module)
                .findFirst();
    }

    @Override
    public Optional<ActiveModule> find(String name) {
        return Optional.ofNullable(speakers.get(name));
    }

    @Override
    public List<ActiveModule> versions(String name) {
        Optional<ActiveModule> speaking = find(name);
        Stream<ActiveModule> others = running.values().stream()
                .filter(module -> module.name().equals(name) && !speaking.equals(Optional.of(module)))
                .sorted(NEWEST_FIRST)
                .map(module -> module);
        return Stream.concat(speaking.stream(), others).toList();
    }

    @Override
    public Optional<ActiveModule> find(ModuleId module) {
        return Optional.ofNullable(running.get(module));
    }

    @Override
    public Optional<ModuleId> ofDeployment(String deploymentId) {
        return deployments.owner(deploymentId);
    }

    @Override
    public List<ModuleState> states() {
        return table.all().stream().map(ModuleTable.Row::state).toList();
    }

    @Override
    public List<ModuleOnNode> nodes() {
        return nodes.all();
    }

    Optional<RunningModule> running(ModuleId module) {
        return Optional.ofNullable(running.get(module));
    }

    List<RunningModule> running() {
        return List.copyOf(running.values());
    }

    /** A version runs from now on; it may speak when that is settled. */
    void enter(RunningModule module) {
        running.put(module.id(), module);
        listeners.orderedStream().forEach(listener -> listener.started(module));
    }

    /**
     * A version runs no more, and another one may speak. What fails in the listeners is logged.
     *
     * @param module the version; may have left already
     * @param active the version of its module that takes new cases; null when none does
     */
    void leave(RunningModule module, @Nullable String active) {
        if (running.remove(module.id(), module)) {
            if (speakers.get(module.name()) == module) {
                speak(module.name(), null);
            }
            listeners.orderedStream().forEach(listener -> logged(module, () -> listener.stopped(module)));
        }
        logged(module, () -> settle(module.name(), active));
    }

    // A version that must go is not kept by a part of the platform that cannot let it go.
    private static void logged(RunningModule module, Runnable act) {
        try {
            act.run();
        } catch (RuntimeException | Error failure) {
            LOG.error("A part of the platform failed when module {} left", module.id(), failure);
        }
    }

    /**
     * Settles who speaks for a department, and tells the listeners when it is another one or begins to take new cases.
     *
     * @param name the module's name
     * @param active the version that takes new cases; null when none does
     */
    void settle(String name, @Nullable String active) {
        RunningModule speaker = speaker(name, active);
        ModuleId leader = speaker != null && speaker.version().equals(active) ? speaker.id() : null;
        // One that spoke while none took new cases speaks anew when it does: its rights count from now on.
        boolean begins = leader != null && leading.add(leader);
        leading.removeIf(id -> id.name().equals(name) && !id.equals(leader));
        if (begins || speaker != speakers.get(name)) {
            speak(name, speaker);
            if (speaker != null) {
                listeners.orderedStream().forEach(listener -> listener.speaks(speaker));
            }
        }
    }

    /** Says whether the version that should speak does. */
    boolean isSettled(String name, @Nullable String active) {
        return speaker(name, active) == speakers.get(name);
    }

    private @Nullable RunningModule speaker(String name, @Nullable String active) {
        RunningModule chosen = active == null ? null : running.get(new ModuleId(name, active));
        return chosen != null
                ? chosen
                : running.values().stream()
                        .filter(module -> module.name().equals(name))
                        .min(NEWEST_FIRST)
                        .orElse(null);
    }

    private void speak(String name, @Nullable RunningModule speaker) {
        Map<String, RunningModule> now = new TreeMap<>(speakers);
        if (speaker == null) {
            now.remove(name);
        } else {
            now.put(name, speaker);
        }
        speakers = now;
    }
}
