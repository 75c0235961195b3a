package org.muniflow.casework.clock;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.muniflow.api.casework.ClockDue;
import org.muniflow.api.casework.Clocks;
import org.muniflow.api.time.BusinessCalendar;
import org.muniflow.api.time.Days;
import org.muniflow.api.time.Period;
import org.muniflow.api.time.Skipped;
import org.muniflow.casework.law.DatedRows;
import org.muniflow.casework.law.ModuleTables;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.ModuleListener;

/**
 * The clocks of every active module, from {@code bpmn/<module>-clocks.dmn}, always by the newest row in force on the
 * date from which the law counts. Thread-safe.
 */
public final class ModuleClocks implements Clocks, ModuleListener {

    private final ModuleTables<ClockDefinition> tables = new ModuleTables<>();
    private final BusinessCalendar calendar;

    ModuleClocks(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    @Override
    public void check(ActiveModule module, Consumer<String> problems) {
        ClockUses uses = new ClockUses(read(module, problems).orElseGet(DatedRows::none), problems);
        for (String file : module.resources("bpmn/")) {
            if (file.endsWith(".bpmn")) {
                module.resource(file).ifPresent(bpmn -> uses.check(file, bpmn));
            }
        }
    }

    @Override
    public void started(ActiveModule module) {
        read(module, problem -> {}).ifPresent(table -> tables.put(module, table));
    }

    @Override
    public void stopped(ActiveModule module) {
        tables.remove(module);
    }

    private static Optional<DatedRows<ClockDefinition>> read(ActiveModule module, Consumer<String> problems) {
        return module.resource("bpmn/" + module.name() + "-clocks.dmn")
                .map(dmn -> ClockDefinition.table(module.name(), dmn, problems));
    }

    /**
     * Lists the clocks of all active modules.
     *
     * @return the rows of all tables, module by module; also those no longer in force
     */
    public List<ClockDefinition> list() {
        return tables.all().stream().flatMap(table -> table.all().stream()).toList();
    }

    /**
     * Finds the definition in force on a date.
     *
     * @param clockId the clock's id
     * @param governing the date
     * @return the definition
     * @throws UnknownClock when no active module defines the clock
     * @throws NotComputable when no row of the clock is in force on that date
     */
    public ClockDefinition definition(String clockId, LocalDate governing) {
        List<DatedRows<ClockDefinition>> known =
                tables.all().stream().filter(table -> table.knows(clockId)).toList();
        if (known.isEmpty()) {
            throw new UnknownClock(clockId);
        }
        return known.stream()
                .flatMap(table -> table.find(clockId, governing).stream())
                .findFirst()
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
