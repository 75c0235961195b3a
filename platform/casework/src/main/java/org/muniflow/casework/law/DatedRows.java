package org.muniflow.casework.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one kind of law table by id and time in force; an amendment is one more row of the same id. Immutable.
 *
 * @param <T> what a row means
 */
public final class DatedRows<T> {

    private final Map<String, List<Dated<T>>> byId;

    private DatedRows(Map<String, List<Dated<T>>> byId) {
        this.byId = byId;
    }

    private record Dated<T>(InForce when, T value) {}

    /**
     * Returns the rows of a module without a table.
     *
     * @param <T> what a row means
     * @return no rows
     */
    public static <T> DatedRows<T> none() {
        return new DatedRows<>(Map.of());
    }

    /**
     * Reads a table.
     *
     * @param <T> what a row means
     * @param key the decision's id and file name
     * @param dmn the file's bytes
     * @param meaning reads a row; null when the row is unusable and reported
     * @param problems takes one sentence per problem, with row and remedy
     * @return the sound rows
     */
    public static <T> DatedRows<T> read(
            String key, byte[] dmn, BiFunction<LawRow, InForce, @Nullable T> meaning, Consumer<String> problems) {
        Map<String, List<Dated<T>>> byId = new LinkedHashMap<>();
        LawTable table;
        try {
            table = LawTable.read(key, dmn);
        } catch (IllegalArgumentException problem) {
            problems.accept(problem.getMessage());
            return new DatedRows<>(Map.of());
        }
        if (!table.columns().contains("id")) {
            problems.accept(key + ".dmn has no column id; let the input column read id");
            return new DatedRows<>(Map.of());
        }
        for (LawTable.Row cells : table.rows()) {
            LawRow row = new LawRow(cells, problems);
            String id = row.required("id", "the row's id as a text");
            InForce when = InForce.read(row);
            T value = meaning.apply(row, when);
            List<Dated<T>> known = byId.computeIfAbsent(id, first -> new ArrayList<>());
            if (known.stream().anyMatch(other -> other.when().startsWith(when))) {
                row.problem(
                        "another row of " + id + " takes effect on the same day; give this one its own effectiveFrom");
            }
            if (value != null && row.sound()) {
                known.add(new Dated<>(when, value));
            }
        }
        return new DatedRows<>(byId);
    }

    /**
     * Finds the table that answers for an id.
     *
     * @param <T> what a row means
     * @param id the row's id
     * @param tables the tables of one module's versions, the speaking one's first
     * @return the first of them that has a row of the id, or empty
     */
    public static <T> Optional<DatedRows<T>> firstThatKnows(String id, List<DatedRows<T>> tables) {
        return tables.stream().filter(table -> table.knows(id)).findFirst();
    }

    /**
     * Finds the newest row in force on a date.
     *
     * @param id the row's id
     * @param governing the date by which the case is governed
     * @return what the row means, or empty when none is in force
     */
    public Optional<T> find(String id, LocalDate governing) {
        Dated<T> found = null;
        for (Dated<T> row : byId.getOrDefault(id, List.of())) {
            if (row.when().holds(governing) && (found == null || row.when().isNewerThan(found.when()))) {
                found = row;
            }
        }
        return found == null ? Optional.empty() : Optional.of(found.value());
    }

    /**
     * Tells whether the table has any row of an id.
     *
     * @param id the id
     * @return true if it has
     */
    public boolean knows(String id) {
        return byId.containsKey(id);
    }

    /**
     * Lists the ids.
     *
     * @return the ids, in the order of the table
     */
    public Set<String> ids() {
        return Collections.unmodifiableSet(byId.keySet());
    }

    /**
     * Lists what the rows of an id mean.
     *
     * @param id the id
     * @return the meanings, in the order of the table; empty when the id is unknown
     */
    public List<T> all(String id) {
        return byId.getOrDefault(id, List.of()).stream().map(Dated::value).toList();
    }

    /**
     * Lists what all rows mean.
     *
     * @return the meanings, in the order of the table
     */
    public List<T> all() {
        return byId.values().stream().flatMap(List::stream).map(Dated::value).toList();
    }
}
