package org.muniflow.casework.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.muniflow.api.casework.ClockDue;
import org.muniflow.api.casework.Clocks;
import org.muniflow.api.module.ProcessDeclaration;
import org.muniflow.api.time.BusinessCalendar;
import org.muniflow.api.time.Days;
import org.muniflow.api.time.Period;
import org.muniflow.api.time.Skipped;
import org.muniflow.casework.law.DatedRows;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.ModuleListener;
import org.muniflow.kernel.spi.RunningVersions;

/**
 * The clocks of every running module, from {@code bpmn/<module>-clocks.dmn} of the version that speaks for the department,
 * whichever version's case asks: always the newest row in force on the date from which the law counts. A clock that only
 * other running versions know is looked up there, the newest first. Thread-safe.
 */
public final class ModuleClocks implements Clocks, ModuleListener {

    private final RunningVersions<Table> tables = new RunningVersions<>();
    private final BusinessCalendar calendar;

    private record Table(String module, DatedRows<ClockDefinition> rows) {}

    ModuleClocks(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    @Override
    public void check(ActiveModule module, Consumer<String> problems) {
        DatedRows<ClockDefinition> table = read(module, problems);
        table.ids().forEach(id -> definedByOthers(id, module)
                .ifPresent(other -> problems.accept("Clock " + id + " is defined by module " + other
                        + " already; clock ids are unique in the city, give yours another")));
        Set<String> processes =
                module.processes().stream().map(ProcessDeclaration::key).collect(Collectors.toSet());
        for (ClockDefinition clock : table.all()) {
            String process = clock.onBreach();
            if (process != null && !processes.contains(process)) {
                problems.accept("Clock " + clock.id() + " names " + process
                        + " as onBreach, which is no process of this" + " module; name one that it declares");
            }
        }
        ClockUses uses = new ClockUses(table, problems);
        for (String file : module.resources("bpmn/")) {
            if (file.endsWith(".bpmn")) {
                module.resource(file).ifPresent(bpmn -> uses.check(file, bpmn));
            }
        }
    }

    private Optional<String> definedByOthers(String clockId, ActiveModule module) {
        return tables.all().stream()
                .flatMap(List::stream)
                .filter(other ->
                        !other.module().equals(module.name()) && other.rows().knows(clockId))
                .map(Table::module)
                .findFirst();
    }

    @Override
    public void started(ActiveModule module) {
        tables.started(module.id(), new Table(module.name(), read(module, problem -> {})));
    }

    @Override
    public void speaks(ActiveModule module) {
        tables.speaks(module.id());
    }

    @Override
    public void stopped(ActiveModule module) {
        tables.stopped(module.id());
    }

    private static DatedRows<ClockDefinition> read(ActiveModule module, Consumer<String> problems) {
        return module.resource("bpmn/" + module.name() + "-clocks.dmn")
                .map(dmn -> ClockDefinition.table(module.name(), dmn, problems))
                .orElseGet(DatedRows::none);
    }

    /**
     * Lists the clocks of all running modules.
     *
     * @return the rows by which clocks are computed, module by module; also those no longer in force
     */
    public List<ClockDefinition> list() {
        List<ClockDefinition> listed = new ArrayList<>();
        for (List<Table> versions : tables.all()) {
            Set<String> seen = new HashSet<>();
            for (Table version : versions) {
                version.rows().ids().stream()
                        .filter(seen::add)
                        .forEach(id -> listed.addAll(version.rows().all(id)));
            }
        }
        return listed;
    }

    /**
     * Finds the definition in force on a date.
     *
     * @param clockId the clock's id
     * @param governing the date
     * @return the definition
     * @throws UnknownClock when no running module defines the clock
     * @throws NotComputable when no row of the clock is in force on that date
     */
    public ClockDefinition definition(String clockId, LocalDate governing) {
        return tables.all().stream()
                .flatMap(List::stream)
                .map(Table::rows)
                .filter(table -> table.knows(clockId))
                .findFirst()
                .orElseThrow(() -> new UnknownClock(clockId))
                .find(clockId, governing)
                .orElseThrow(() -> new NotComputable(
                        clockId,
                        "Clock " + clockId + " has no row in force on " + governing
                                + "; check the date or add a row with its effectiveFrom"));
    }

    @Override
    public ClockDue due(String clockId, LocalDate trigger) {
        ClockDefinition definition = definition(clockId, trigger);
        LocalDate due = definition.due(trigger, calendar);
        Period length = definition.period();
        List<Skipped> skipped = length.unit() == Days.BUSINESS_DAYS ? calendar.skipped(trigger, due) : List.of();
        return new ClockDue(
                clockId,
                definition.kind().name(),
                trigger,
                length.amount(),
                length.unit().name(),
                due,
                skipped,
                definition.cites());
    }

    @Override
    public ClockDue dueFromLatest(String clockId, LocalDate... triggers) {
        LocalDate latest = Arrays.stream(triggers)
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new NotComputable(
                        clockId, "Clock " + clockId + " needs at least one date from which the law counts; give one"));
        if (triggers.length > 1 && definition(clockId, latest).kind() != ClockKind.LATER_OF) {
            throw new NotComputable(
                    clockId, "Clock " + clockId + " runs from one date, not from the later of several; give one date");
        }
        return due(clockId, latest);
    }

    @Override
    public Period period(String clockId, LocalDate governing) {
        return definition(clockId, governing).period();
    }
}
