package org.muniflow.civilrights.table;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A table whose rows are records: one column per component, and besides who wrote the row and when. Safe for use by
 * several threads.
 *
 * @param <R> the type of a row; its first component is the text {@code id}
 */
public final class Table<R extends Record> {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String name;
    private final Columns<R> columns;

    Table(JdbcClient jdbc, Clock clock, String name, Class<R> type) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.name = name;
        this.columns = new Columns<>(type);
    }

    /**
     * Makes an id for a new row.
     *
     * @return a random UUID as text
     */
    public static String newId() {
        return UUID.randomUUID().toString();
    }

    /**
     * Adds a row.
     *
     * @param row the row
     * @param by the user, or the name of the process step, that writes it
     * @return the row
     */
    public R insert(R row, String by) {
        List<Object> values = columns.values(row);
        OffsetDateTime now = OffsetDateTime.now(clock);
        values.addAll(List.of(now, by, now, by));
        String marks = values.stream().map(value -> "?").collect(Collectors.joining(", "));
        jdbc.sql("insert into " + name + " (" + String.join(", ", columns.names())
                        + ", created_at, created_by, updated_at, updated_by) values (" + marks + ")")
                .params(values)
                .update();
        return row;
    }

    /**
     * Replaces the row that has the same id.
     *
     * @param row the row
     * @param by the user, or the name of the process step, that writes it
     * @return the row
     * @throws IllegalArgumentException when there is no such row
     */
    public R update(R row, String by) {
        List<Object> values = columns.values(row);
        String set = columns.names().stream().map(column -> column + " = ?").collect(Collectors.joining(", "));
        Object id = values.get(0);
        values.addAll(List.of(OffsetDateTime.now(clock), by, id));
        int changed = jdbc.sql("update " + name + " set " + set + ", updated_at = ?, updated_by = ? where id = ?")
                .params(values)
                .update();
        if (changed == 0) {
            throw new IllegalArgumentException(
                    name + " has no row " + id + " to change; it may have been removed in between");
        }
        return row;
    }

    /**
     * Removes a row.
     *
     * @param id the row's id
     * @return true if there was such a row
     */
    public boolean delete(String id) {
        return jdbc.sql("delete from " + name + " where id = ?").param(id).update() > 0;
    }

    /**
     * Finds a row.
     *
     * @param id the row's id
     * @return the row, or empty
     */
    public Optional<R> find(String id) {
        return where("id", id).stream().findFirst();
    }

    /**
     * Returns the rows that hold a value in a column, in the order in which they were written.
     *
     * @param column the column; a constant of the calling code, never a person's input
     * @param value the value
     * @return the rows; may be empty
     */
    public List<R> where(String column, String value) {
        return jdbc.sql("select " + String.join(", ", columns.names()) + " from " + name + " where " + column
                        + " = ? order by created_at, id")
                .param(value)
                .query((rs, row) -> columns.read(rs))
                .list();
    }

    /**
     * Returns the rows that hold any of these values in a column, in the order in which they were written.
     *
     * @param column the column; a constant of the calling code, never a person's input
     * @param values the values; may be empty
     * @return the rows; empty if there are no values
     */
    public List<R> whereIn(String column, List<String> values) {
        if (values.isEmpty()) {
            return List.of();
        }
        String marks = values.stream().map(value -> "?").collect(Collectors.joining(", "));
        return jdbc.sql("select " + String.join(", ", columns.names()) + " from " + name + " where " + column + " in ("
                        + marks + ") order by created_at, id")
                .params(new ArrayList<>(values))
                .query((rs, row) -> columns.read(rs))
                .list();
    }
}
