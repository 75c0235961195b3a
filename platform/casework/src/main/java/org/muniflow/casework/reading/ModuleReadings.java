package org.muniflow.casework.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.muniflow.api.law.Rule;
import org.muniflow.api.module.ProcessDeclaration;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.ModuleListener;

/**
 * The readings of the law that the running departments apply, from {@code law/readings.yaml} of the version that speaks for each.
 * A module is refused whose readings name what it does not have, or whose models name a reading that it does not explain.
 */
public final class ModuleReadings implements ModuleListener {

    private static final Pattern NAMED = Pattern.compile("\\breading (A-\\d{2,3}|X-\\d{2,3})\\b");

    private final Map<String, Department> departments = new ConcurrentSkipListMap<>();

    ModuleReadings() {}

    /**
     * The readings of a department.
     *
     * @param module its module's name
     * @param version the version that applies them
     * @param title the department's name
     * @param readings the readings by id
     */
    public record Department(String module, String version, String title, List<Reading> readings) {

        /** Copies the list. */
        public Department {
            readings = List.copyOf(readings);
        }
    }

    /**
     * Returns the departments that have readings.
     *
     * @return the departments by their modules' names
     */
    public List<Department> all() {
        return List.copyOf(departments.values());
    }

    /**
     * Finds a reading.
     *
     * @param module the module's name
     * @param id the reading
     * @return the reading, or empty
     */
    public Optional<Reading> find(String module, String id) {
        return Optional.ofNullable(departments.get(module)).stream()
                .flatMap(department -> department.readings().stream())
                .filter(reading -> reading.id().equals(id))
                .findFirst();
    }

    @Override
    public void check(ActiveModule module, Consumer<String> problems) {
        List<Reading> readings = module.resource(ReadingFile.PATH)
                .map(yaml -> ReadingFile.read(yaml, problems))
                .orElse(List.of());
        Set<String> rules =
                module.components(Rule.class).stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new));
        Set<String> processes =
                module.processes().stream().map(ProcessDeclaration::key).collect(Collectors.toSet());
        String clocks = text(module, "bpmn/" + module.name() + "-clocks.dmn");
        for (Reading reading : readings) {
            String place = ReadingFile.PATH + ", " + reading.id() + ": ";
            reading.rules().stream()
                    .filter(rule -> !rules.contains(rule))
                    .forEach(rule -> problems.accept(place + "the module has no rule " + rule));
            reading.clocks().stream()
                    .filter(clock -> !clocks.contains('"' + clock + '"'))
                    .forEach(clock -> problems.accept(place + "the module has no clock " + clock));
            reading.processes().stream()
                    .filter(process -> !processes.contains(process))
                    .forEach(process -> problems.accept(place + "the module has no process " + process));
            if (reading.rules().isEmpty()
                    && reading.clocks().isEmpty()
                    && reading.processes().isEmpty()) {
                problems.accept(place + "name the rules, clocks or processes that apply it");
            }
        }
        Set<String> explained = readings.stream().map(Reading::id).collect(Collectors.toSet());
        for (String file : module.resources("bpmn/")) {
            Matcher named = NAMED.matcher(text(module, file));
            while (named.find()) {
                if (!explained.contains(named.group(1))) {
                    problems.accept(file + " names the reading " + named.group(1) + ", which " + ReadingFile.PATH
                            + " does not explain");
                }
            }
        }
    }

    @Override
    public void speaks(ActiveModule module) {
        List<Reading> readings = new ArrayList<>(module.resource(ReadingFile.PATH)
                .map(yaml -> ReadingFile.read(yaml, problem -> {}))
                .orElse(List.of()));
        readings.sort(Comparator.comparing(Reading::id));
        if (readings.isEmpty()) {
            departments.remove(module.name());
        } else {
            departments.put(module.name(), new Department(module.name(), module.version(), module.title(), readings));
        }
    }

    @Override
    public void stopped(ActiveModule module) {
        departments.computeIfPresent(
                module.name(), (name, department) -> department.version().equals(module.version()) ? null : department);
    }

    private static String text(ActiveModule module, String file) {
        return module.resource(file)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
    }
}
