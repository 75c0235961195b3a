package org.muniflow.civilrights.table;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens the tables of the schema {@code civil_rights}. */
public final class Tables {

    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * Opens the schema.
     *
     * @param jdbc the module's own client
     * @param clock the city's clock, which stamps every row
     */
    public Tables(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Opens a table.
     *
     * @param <R> the type of a row
     * @param name the table's name in the schema
     * @param type the record whose components are the table's columns in snake case; the first is {@code id}
     * @return the table
     */
    public <R extends Record> Table<R> of(String name, Class<R> type) {
        return new Table<>(jdbc, clock, "civil_rights." + name, type);
    }
}
