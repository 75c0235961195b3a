package org.muniflow.kernel.guard;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.guard.ModelKey.Kind;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleState;
import org.muniflow.kernel.spi.ModuleState.State;
import org.muniflow.kernel.spi.Modules;

/** The city as its installed modules make it. */
final class Installed implements City {

    private static final String MODELS = "bpmn/";

    private final Modules modules;
    private final @Nullable DeployedModels deployed;
    private final Supplier<Set<String>> expressionNames;
    private final Map<ModuleId, List<Set<ModelKey>>> files = new HashMap<>();

    Installed(Modules modules, @Nullable DeployedModels deployed, Supplier<Set<String>> expressionNames) {
        this.modules = modules;
        this.deployed = deployed;
        this.expressionNames = expressionNames;
    }

    @Override
    public Optional<Offers> owner(ModelKey key) {
        return module(key).map(Installed::offers);
    }

    Optional<ActiveModule> module(ModelKey key) {
        return Stream.concat(Publication.publisher().stream(), others())
                .filter(module -> owns(module, key))
                .findFirst();
    }

    @Override
    public Optional<Offers> publisher() {
        return Publication.publisher().map(Installed::offers);
    }

    @Override
    public boolean takesCases(Offers module) {
        Optional<ActiveModule> speaks = modules.find(module.module());
        Optional<State> state = modules.states().stream()
                .filter(row ->
                        speaks.isPresent() && row.id().equals(speaks.get().id()))
                .map(ModuleState::state)
                .findFirst();
        return state.map(now -> now == State.ACTIVE).orElse(true);
    }

    @Override
    public Optional<byte[]> model(String processKey) {
        Optional<byte[]> newest = deployed == null ? Optional.empty() : deployed.newest(processKey);
        return newest.or(() ->
                module(ModelKey.process(processKey)).flatMap(module -> module.resource(MODELS + processKey + ".bpmn")));
    }

    @Override
    public Set<String> callers(String processKey) {
        return others().filter(module -> requires(module).orElse(Set.of()).contains(processKey))
                .map(ActiveModule::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Set<ModelKey> inOneFile(ModelKey key) {
        return module(key).stream()
                .flatMap(module -> files(module).stream())
                .filter(file -> file.contains(key))
                .findFirst()
                .orElse(Set.of());
    }

    @Override
    public Set<String> expressionNames() {
        return expressionNames.get();
    }

    /** The running modules but that which is being deployed, of which an older version may run. */
    private Stream<ActiveModule> others() {
        Optional<String> publisher = Publication.publisher().map(ActiveModule::name);
        return modules.active().stream()
                .filter(module -> publisher.isEmpty() || !publisher.get().equals(module.name()));
    }

    private boolean owns(ActiveModule module, ModelKey key) {
        if (key.kind() == Kind.PROCESS) {
            return module.processes().stream().anyMatch(process -> process.key().equals(key.id()));
        }
        return files(module).stream().anyMatch(file -> file.contains(key))
                || (deployed != null
                        && deployed.keys(module.name(), key.kind() == Kind.DECISION)
                                .contains(key.id()));
    }

    // Read once for all models of the deployment.
    private List<Set<ModelKey>> files(ActiveModule module) {
        return files.computeIfAbsent(module.id(), id -> module.resources(MODELS).stream()
                .flatMap(path -> module.resource(path).stream().map(content -> Models.keys(Map.of(path, content))))
                .toList());
    }

    private static Offers offers(ActiveModule module) {
        Set<String> processes =
                module.processes().stream().map(process -> process.key()).collect(Collectors.toSet());
        byte[] catalogue = module.resource(Catalogue.PATH).orElse(Catalogue.EMPTY);
        return Catalogue.read(module.name(), processes, requires(module), catalogue);
    }

    private static Optional<Set<String>> requires(ActiveModule module) {
        Optional<byte[]> manifest = module.resource("META-INF/MANIFEST.MF");
        if (manifest.isEmpty()) {
            return Optional.empty();
        }
        try {
            String keys = new Manifest(new ByteArrayInputStream(manifest.get()))
                    .getMainAttributes()
                    .getValue("Require-Process");
            return Optional.of(Arrays.stream(keys == null ? new String[0] : keys.split(","))
                    .map(String::strip)
                    .filter(key -> !key.isEmpty())
                    .collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
