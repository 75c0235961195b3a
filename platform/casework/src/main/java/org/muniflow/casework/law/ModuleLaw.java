package org.muniflow.casework.law;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.muniflow.api.law.LawNumbers;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.ModuleListener;

/** The law numbers of every active module; a module sees its own. Thread-safe. */
public final class ModuleLaw implements ModuleListener {

    private final ModuleTables<LawNumber> tables = new ModuleTables<>();

    ModuleLaw() {}

    @Override
    public void check(ActiveModule module, Consumer<String> problems) {
        read(module, problems);
    }

    @Override
    public void started(ActiveModule module) {
        read(module, problem -> {}).ifPresent(table -> tables.put(module, table));
    }

    @Override
    public void stopped(ActiveModule module) {
        tables.remove(module);
    }

    /**
     * Returns a module's numbers.
     *
     * @param module the module's name
     * @return the numbers; asks the newest table at every question
     */
    public LawNumbers of(String module) {
        return (id, governing) -> get(module, id, governing);
    }

    /**
     * Lists a module's numbers.
     *
     * @param module the module's name
     * @return all rows, also those no longer in force; empty when the module is not active or states none
     */
    public List<LawNumber> list(String module) {
        return tables.of(module).all();
    }

    private BigDecimal get(String module, String id, LocalDate governing) {
        DatedRows<LawNumber> table = tables.of(module);
        if (!table.knows(id)) {
            throw new IllegalArgumentException(
                    "The law number " + id + " is unknown; add a row to " + module + "-numbers.dmn");
        }
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
