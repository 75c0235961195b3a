package org.muniflow.kernel.modules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleListener;
import org.muniflow.kernel.spi.ModuleNeed;
import org.muniflow.kernel.spi.ModuleOperations;
import org.muniflow.kernel.spi.ModuleRefused;
import org.muniflow.kernel.spi.ModuleState;
import org.muniflow.kernel.spi.ModuleState.State;
import org.muniflow.kernel.spi.Modules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;

/** The modules of this node, led by the table of installed modules. */
final class InstalledModules implements Modules, ModuleOperations, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(InstalledModules.class);

    private final ModuleTable table;
    private final ModuleStarter starter;
    private final ModuleModels models;
    private final ObjectProvider<ModuleListener> listeners;
    private final Path folder;
    private final Map<String, RunningModule> running = new ConcurrentHashMap<>();
    private final ReentrantLock changes = new ReentrantLock();
    private boolean ready;

    InstalledModules(
            ModuleTable table,
            ModuleStarter starter,
            ModuleModels models,
            ObjectProvider<ModuleListener> listeners,
            Path folder) {
        this.table = table;
        this.starter = starter;
        this.models = models;
        this.listeners = listeners;
        this.folder = folder;
    }

    @Override
    public List<ActiveModule> active() {
        return List.copyOf(newest().values());
    }

    @Override
    public Optional<ActiveModule> owner(String processKey) {
        Map<String, RunningModule> speaking = newest();
        return Stream.concat(
                        speaking.values().stream(),
                        running.values().stream()
                                .sorted(Comparator.comparing(RunningModule::id).reversed()))
                .filter(module -> module.declares(processKey))
                .<ActiveModule>map(module -> module)
                .findFirst();
    }

    @Override
    public List<ActiveModule> versions(String name) {
        Optional<ActiveModule> speaking = find(name);
        Stream<ActiveModule> others = running.values().stream()
                .filter(module -> module.name().equals(name) && !speaking.equals(Optional.of(module)))
                .sorted(Comparator.comparing(RunningModule::id).reversed())
                .map(module -> module);
        return Stream.concat(speaking.stream(), others).toList();
    }

    @Override
    public Optional<ActiveModule> find(String name) {
        return Optional.ofNullable(newest().get(name));
    }

    @Override
    public Optional<ActiveModule> find(ModuleId module) {
        return Optional.ofNullable(running.get(module.toString()));
    }

    // Older versions go on serving their own cases; the newest speaks for the module.
    private Map<String, RunningModule> newest() {
        Map<String, RunningModule> newest = new TreeMap<>();
        for (RunningModule module : running.values()) {
            newest.merge(
                    module.name(),
                    module,
                    (one, other) ->
                            ModuleManifest.VERSIONS.compareVersions(one.version(), other.version()) >= 0 ? one : other);
        }
        return newest;
    }

    @Override
    public List<ModuleState> states() {
        return table.all();
    }

    @Override
    public ModuleState install(Path jar, String by) {
        changes.lock();
        try {
            ModuleArchive.check(jar, ModuleArchive.Limits.OF_THE_CITY);
            ModuleManifest manifest = ModuleManifest.read(jar);
            byte[] content = Files.readAllBytes(jar);
            String sha256 = sha256(content);
            Optional<ModuleState> known = table.find(manifest);
            if (known.isPresent() && known.get().sha256().equals(sha256)) {
                if (!running.containsKey(manifest.id())) {
                    start(known.get());
                }
                return table.find(manifest).orElseThrow();
            }
            known.ifPresent(state -> makeWay(manifest, state));
            table.store(manifest, content, sha256, by);
            start(table.find(manifest).orElseThrow());
            return table.find(manifest).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + jar.getFileName(), e);
        } finally {
            changes.unlock();
        }
    }

    @Override
    public ModuleState start(ModuleId module, String by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ModuleState stop(ModuleId module, String by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ModuleState activate(ModuleId module, String by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ModuleState drain(ModuleId module, String by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ModuleState retire(ModuleId module, String by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void uninstall(ModuleId module, String by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ModuleNeed> needs(ModuleId module) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String publish(String module, Map<String, byte[]> files, String by) {
        throw new UnsupportedOperationException();
    }

    private void makeWay(ModuleManifest manifest, ModuleState known) {
        if (known.state() != State.FAILED && !manifest.version().endsWith("-SNAPSHOT")) {
            throw new ModuleRefused(
                    manifest.id(),
                    List.of("This version is already installed with other content (SHA-256 " + known.sha256()
                            + "); raise Plugin-Version."));
        }
        stop(manifest.id());
    }

    @Override
    public void startAll() {
        changes.lock();
        try {
            for (ModuleState state : table.all()) {
                if (state.state() != State.STOPPED && !running.containsKey(id(state))) {
                    try {
                        start(state);
                    } catch (ModuleRefused refused) {
                        LOG.error("Module {} did not start; the others go on", id(state), refused);
                    }
                }
            }
        } finally {
            changes.unlock();
        }
    }

    private RunningModule start(ModuleState state) {
        String id = id(state);
        try {
            if (!ready) {
                models.keepOneDeploymentRegistered();
                ready = true;
            }
            RunningModule module = starter.start(file(state), this::checkOwnership);
            running.put(id, module);
            listeners.orderedStream().forEach(listener -> listener.started(module));
            listeners.orderedStream().forEach(listener -> listener.speaks(module));
            table.mark(state.name(), state.version(), State.ACTIVE, null);
            LOG.info("Module {} is active", id);
            return module;
        } catch (RuntimeException failure) {
            stop(id);
            ModuleRefused refused = failure instanceof ModuleRefused known
                    ? known
                    : new ModuleRefused(id, String.valueOf(failure.getMessage()), failure);
            table.mark(state.name(), state.version(), State.FAILED, String.join(" ", refused.problems()));
            throw refused;
        }
    }

    private void checkOwnership(RunningModule module, Consumer<String> problems) {
        for (RunningModule other : running.values()) {
            if (!other.name().equals(module.name())) {
                module.processes().stream()
                        .filter(process -> other.declares(process.key()))
                        .forEach(process -> problems.accept("Process " + process.key() + " belongs to module "
                                + other.name() + " already; give yours another key."));
            }
        }
    }

    private void stop(String id) {
        RunningModule module = running.remove(id);
        if (module != null) {
            listeners.orderedStream().forEach(listener -> listener.stopped(module));
            starter.stop(module);
        }
    }

    private Path file(ModuleState state) {
        Path file = folder.resolve(id(state) + "-" + state.sha256().substring(0, 12) + ".jar");
        try {
            return Files.exists(file) ? file : Files.write(file, table.jar(state));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    private static String id(ModuleState state) {
        return state.name() + "@" + state.version();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void destroy() throws IOException {
        new ArrayList<>(running.values()).forEach(module -> {
            running.remove(module.id().toString());
            starter.stop(module);
        });
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
