package org.muniflow.casework.law;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.muniflow.api.law.LawNumbers;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.ModuleListener;
import org.muniflow.kernel.spi.RunningVersions;

/**
 * The law numbers of every running module; a module sees its own. Numbers are those of the version that speaks for the
 * department, whichever version asks: the governing date chooses the row. A number that only other running versions know is
 * looked up there, the newest first. Thread-safe.
 */
public final class ModuleLaw implements ModuleListener {

    private final RunningVersions<DatedRows<LawNumber>> tables = new RunningVersions<>();

    ModuleLaw() {}

    @Override
    public void check(ActiveModule module, Consumer<String> problems) {
        read(module, problems);
    }

    @Override
    public void started(ActiveModule module) {
        tables.started(module.id(), read(module, problem -> {}).orElseGet(DatedRows::none));
    }

    @Override
    public void speaks(ActiveModule module) {
        tables.speaks(module.id());
    }

    @Override
    public void stopped(ActiveModule module) {
        tables.stopped(module.id());
    }

    /**
     * Returns a module's numbers.
     *
     * @param module the module's name
     * @return the numbers; asks the speaking version's table at every question
     */
    public LawNumbers of(String module) {
        return (id, governing) -> get(module, id, governing);
    }

    /**
     * Lists a module's numbers.
     *
     * @param module the module's name
     * @return all rows of the version that speaks, also those no longer in force; empty when none runs or it states none
     */
    public List<LawNumber> list(String module) {
        return tables.of(module).stream().findFirst().map(DatedRows::all).orElse(List.of());
    }

    private BigDecimal get(String module, String id, LocalDate governing) {
        DatedRows<LawNumber> table = DatedRows.firstThatKnows(id, tables.of(module))
                .orElseThrow(() -> new IllegalArgumentException(
                        "The law number " + id + " is unknown; add a row to " + module + "-numbers.dmn"));
        return table.find(id, governing)
                .map(LawNumber::value)
                .orElseThrow(() -> new IllegalArgumentException("The law number " + id + " has no row in force on "
                        + governing + "; add one to " + module + "-numbers.dmn with its effectiveFrom"));
    }

    private static Optional<DatedRows<LawNumber>> read(ActiveModule module, Consumer<String> problems) {
        return module.resource("bpmn/" + module.name() + "-numbers.dmn")
                .map(dmn -> LawNumber.table(module.name(), dmn, problems));
    }
}
