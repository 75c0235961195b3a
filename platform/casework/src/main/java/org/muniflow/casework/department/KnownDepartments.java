package org.muniflow.casework.department;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.muniflow.api.module.ProcessDeclaration;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleListener;
import org.muniflow.kernel.spi.ModuleState;
import org.muniflow.kernel.spi.Modules;
import org.muniflow.kernel.spi.RunningVersions;
import org.muniflow.kernel.spi.Team;

/**
 * Knows the departments from the modules that run and, where none does, from the table. What counts is what the last version
 * that took new cases declared: one that only finishes its own cases and speaks for a while must not bring back rights that
 * were withdrawn.
 */
final class KnownDepartments implements Departments, ModuleListener {

    private final Map<String, Department> present = new ConcurrentSkipListMap<>();
    private final RunningVersions<ModuleId> running = new RunningVersions<>();
    private final DepartmentRows rows;
    private final Supplier<Modules> modules;
    private final Sentences sentences = new Sentences();

    KnownDepartments(DepartmentRows rows, Supplier<Modules> modules) {
        this.rows = rows;
        this.modules = modules;
    }

    @Override
    public void started(ActiveModule module) {
        running.started(module.id(), module.id());
        present.computeIfAbsent(module.name(), name -> rows.find(name).orElseGet(() -> Department.of(module)));
    }

    @Override
    public void speaks(ActiveModule module) {
        if (!modules.get().isDraining(module.id())) {
            present.put(module.name(), rows.store(Department.of(module)));
        }
    }

    @Override
    public void stopped(ActiveModule module) {
        running.stopped(module.id());
        if (running.of(module.name()).isEmpty()) {
            present.remove(module.name());
        }
    }

    @Override
    public List<Department> all() {
        Map<String, Department> all = new TreeMap<>(present);
        rows.all().forEach(department -> all.putIfAbsent(department.module().name(), department));
        return List.copyOf(all.values());
    }

    @Override
    public Optional<Department> find(String module) {
        return Optional.ofNullable(present.get(module)).or(() -> rows.find(module));
    }

    @Override
    public Optional<Department> ofProcess(String processKey) {
        return first(department -> department.process(processKey).isPresent());
    }

    @Override
    public Optional<String> processOfPrefix(String prefix) {
        Predicate<ProcessDeclaration> numbered = process -> process.prefix().equals(prefix);
        return first(department -> department.processes().stream().anyMatch(numbered))
                .flatMap(department ->
                        department.processes().stream().filter(numbered).findFirst())
                .map(ProcessDeclaration::key);
    }

    @Override
    public Optional<String> teamName(String groupId) {
        Predicate<Team> wanted = team -> team.groupId().equals(groupId);
        return first(department -> department.teams().stream().anyMatch(wanted))
                .flatMap(
                        department -> department.teams().stream().filter(wanted).findFirst())
                .map(Team::name);
    }

    @Override
    public Optional<Department> offering(Department.Offer.Kind kind, String id) {
        return first(department -> department.offers(kind, id));
    }

    private Optional<Department> first(Predicate<Department> wanted) {
        return present.values().stream().filter(wanted).findFirst().or(() -> rows.all().stream()
                .filter(department -> !present.containsKey(department.module().name()))
                .filter(wanted)
                .findFirst());
    }

    @Override
    public Standing standing(String module) {
        List<ModuleState> states = modules.get().states().stream()
                .filter(state -> state.name().equals(module))
                .toList();
        if (modules.get().find(module).isPresent()) {
            return states.isEmpty() || any(states, ModuleState.State.ACTIVE)
                    ? Standing.OPEN
                    : sentences.finishing(module);
        }
        if (states.isEmpty()) {
            return rows.find(module).isPresent() ? sentences.removed(module) : sentences.unknown(module);
        }
        return sentences.away("The module " + module, standsFor(states).state());
    }

    @Override
    public Standing standing(ModuleId module) {
        if (modules.get().find(module).isPresent()) {
            return Standing.OPEN;
        }
        String name = "The module " + module.name() + " " + module.version();
        return modules.get().states().stream()
                .filter(state -> state.id().equals(module))
                .findFirst()
                .map(state -> sentences.away(name, state.state()))
                .orElseGet(() -> sentences.removed(module.name() + " " + module.version()));
    }

    private static boolean any(List<ModuleState> states, ModuleState.State wanted) {
        return states.stream().anyMatch(state -> state.state() == wanted);
    }

    /** Of several versions that do not run, the one whose state tells most about what will become of the department. */
    private static ModuleState standsFor(List<ModuleState> states) {
        List<ModuleState> ordered = new ArrayList<>(states);
        ordered.sort(Comparator.comparing(state -> Sentences.WEIGHT.indexOf(state.state())));
        return ordered.get(0);
    }
}
