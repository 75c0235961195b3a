package org.muniflow.kernel.modules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muniflow.kernel.modules.ModuleTable.Row;
import org.muniflow.kernel.spi.Installed;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleNeed;
import org.muniflow.kernel.spi.ModuleNeed.Kind;
import org.muniflow.kernel.spi.ModuleOperations;
import org.muniflow.kernel.spi.ModuleRefused;
import org.muniflow.kernel.spi.ModuleState;
import org.muniflow.kernel.spi.ModuleState.State;

/** What an operator does: each operation looks whether it may be done, is done under the city's lock, and is written down. */
final class Operations implements ModuleOperations {

    private final CityLock lock;
    private final ModuleTable table;
    private final ChangeLog log;
    private final Lifecycle lifecycle;
    private final Installation installation;
    private final Boot boot;
    private final Convergence convergence;
    private final VersionNeeds needs;

    Operations(
            CityLock lock,
            ModuleTable table,
            ChangeLog log,
            Lifecycle lifecycle,
            Installation installation,
            Boot boot,
            Convergence convergence,
            VersionNeeds needs) {
        this.lock = lock;
        this.table = table;
        this.log = log;
        this.lifecycle = lifecycle;
        this.installation = installation;
        this.boot = boot;
        this.convergence = convergence;
        this.needs = needs;
    }

    @Override
    public Installed install(Path jar, String by) {
        ModuleArchive.check(jar, ModuleArchive.Limits.OF_THE_CITY);
        ModuleManifest manifest = ModuleManifest.read(jar);
        byte[] content = read(jar);
        AtomicBoolean already = new AtomicBoolean();
        ModuleState state = change(
                "install", manifest.moduleId(), by, id -> already.set(installation.install(manifest, content, by)));
        return new Installed(state, already.get());
    }

    private static byte[] read(Path jar) {
        try {
            return Files.readAllBytes(jar);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + jar.getFileName(), e);
        }
    }

    @Override
    public ModuleState start(ModuleId module, String by) {
        return change("start", module, by, id -> {
            Row row = in(id, "started", State.STOPPED, State.FAILED, State.INSTALLED, State.RESOLVED);
            installation.start(row, by);
        });
    }

    @Override
    public ModuleState stop(ModuleId module, String by) {
        return change("stop", module, by, id -> lifecycle.stop(in(id, "stopped", State.ACTIVE, State.DRAINING), by));
    }

    @Override
    public ModuleState activate(ModuleId module, String by) {
        return change("activate", module, by, id -> {
            Row row =
                    in(id, "made active", State.DRAINING, State.STOPPED, State.RETIRED, State.FAILED, State.INSTALLED);
            installation.activate(row, by);
        });
    }

    @Override
    public ModuleState drain(ModuleId module, String by) {
        return change("drain", module, by, id -> {
            Row row = in(id, "drained", State.ACTIVE);
            needs.refuse(row, need -> need.kind() == Kind.REQUIREMENTS);
            lifecycle.drain(row, by);
        });
    }

    @Override
    public ModuleState retire(ModuleId module, String by) {
        return change("retire", module, by, id -> {
            Row row = in(id, "retired", State.DRAINING, State.STOPPED, State.FAILED);
            lifecycle.retire(row, () -> needs.refuse(row, need -> need.kind().keepsFromRetiring()), by);
        });
    }

    @Override
    public void uninstall(ModuleId module, String by) {
        lock.inCity("uninstall " + module, () -> {
            convergence.catchUp();
            try {
                Row row = in(module, "uninstalled", State.RETIRED, State.INSTALLED, State.FAILED);
                installation.remove(row, () -> needs.refuse(row, need -> true));
            } catch (ModuleRefused refused) {
                log.add(module, by, "uninstall", "refused: " + String.join(" ", refused.problems()));
                throw refused;
            }
            log.add(module, by, "uninstall", "removed");
            return module;
        });
    }

    @Override
    public List<ModuleNeed> needs(ModuleId module) {
        return needs.of(known(module));
    }

    @Override
    public String publish(String module, Map<String, byte[]> files, String by) {
        return lock.inCity("publish for " + module, () -> {
            convergence.catchUp();
            Row row = table.all().stream()
                    .filter(candidate -> candidate.state().name().equals(module) && candidate.is(State.ACTIVE))
                    .findFirst()
                    .orElseThrow(() -> new ModuleRefused(
                            module,
                            List.of("No version of it is ACTIVE; activate one, or start it, to publish for it.")));
            String what = String.join(", ", new TreeSet<>(files.keySet()));
            try {
                String deployment = installation.publish(row, files, by);
                log.add(row.id(), by, "publish", what);
                return deployment;
            } catch (ModuleRefused refused) {
                log.add(row.id(), by, "publish", what + " refused: " + String.join(" ", refused.problems()));
                throw refused;
            }
        });
    }

    @Override
    public void startAll() {
        lock.inCity("start of this node", () -> {
            boot.start();
            return lock;
        });
        convergence.begin();
    }

    private ModuleState change(String act, ModuleId module, String by, Consumer<ModuleId> operation) {
        return lock.inCity(act + " " + module, () -> {
            convergence.catchUp();
            try {
                operation.accept(module);
            } catch (ModuleRefused refused) {
                log.add(module, by, act, "refused: " + String.join(" ", refused.problems()));
                throw refused;
            }
            installation.settle(by);
            convergence.catchUp();
            ModuleState state = known(module).state();
            log.add(
                    module,
                    by,
                    act,
                    state.reason() == null ? state.state().name() : state.state() + ": " + state.reason());
            return state;
        });
    }

    private Row known(ModuleId module) {
        List<Row> all = table.all();
        Function<Row, String> version = row -> row.state().version();
        return all.stream().filter(row -> row.id().equals(module)).findFirst().orElseThrow(() -> {
            String others = all.stream()
                    .filter(row -> row.state().name().equals(module.name()))
                    .map(version)
                    .collect(Collectors.joining(", "));
            return new ModuleRefused(
                    module.toString(),
                    List.of(
                            others.isEmpty()
                                    ? "No version of it is installed; install its jar first."
                                    : "This version is not installed; installed are " + others + "."));
        });
    }

    private Row in(ModuleId module, String done, State... states) {
        Row row = known(module);
        if (!row.is(states)) {
            throw new ModuleRefused(
                    module.toString(),
                    List.of("It is " + row.state().state() + "; only a version that is "
                            + Stream.of(states)
                                    .sorted(Comparator.naturalOrder())
                                    .map(State::name)
                                    .collect(Collectors.joining(" or "))
                            + " can be " + done + "."));
        }
        return row;
    }
}
