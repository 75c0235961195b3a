package org.muniflow.casework.law;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.muniflow.kernel.spi.ActiveModule;

/**
 * One kind of law table of all active modules. When a version replaces another, the order in which the one starts and
 * the other stops does not matter. Thread-safe.
 *
 * @param <T> what a row means
 */
public final class ModuleTables<T> {

    private final Map<String, Held<T>> byModule = new ConcurrentSkipListMap<>();

    private record Held<T>(String version, DatedRows<T> rows) {}

    /**
     * Keeps the table of a module that has started.
     *
     * @param module the module
     * @param rows its rows
     */
    public void put(ActiveModule module, DatedRows<T> rows) {
        byModule.put(module.name(), new Held<>(module.version(), rows));
    }

    /**
     * Drops the table of a module that has stopped, unless another version of it has started meanwhile.
     *
     * @param module the module
     */
    public void remove(ActiveModule module) {
        byModule.computeIfPresent(module.name(), (name, held) -> held.version().equals(module.version()) ? null : held);
    }

    /**
     * Returns a module's rows.
     *
     * @param module the module's name
     * @return the rows; none when the module is not active or has no table
     */
    public DatedRows<T> of(String module) {
        Held<T> held = byModule.get(module);
        return held == null ? DatedRows.none() : held.rows();
    }

    /**
     * Returns the tables of all active modules.
     *
     * @return the tables, ordered by the modules' names
     */
    public List<DatedRows<T>> all() {
        return byModule.values().stream().map(Held::rows).toList();
    }
}
