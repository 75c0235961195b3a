package org.muniflow.api.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list of records that others may ask for by id: {@code GET /api/registers/<id>}. Public registers need no sign-in.
 * Implement this as a component of the module.
 */
public interface Register {

    /**
     * Returns the id, for example {@code mwbe-directory}.
     *
     * @return the id in kebab-case; unique in the city
     */
    String id();

    /**
     * Returns the title in plain words.
     *
     * @return the title
     */
    String title();

    /**
     * Returns the section of law that asks for the register.
     *
     * @return the citation
     */
    String cites();

    /**
     * Returns the columns in order.
     *
     * @return the columns
     */
    List<Column> columns();

    /**
     * Returns the filters in order.
     *
     * @return the filters
     */
    List<Filter> filters();

    /**
     * Answers a question.
     *
     * @param question the question; its filters are among {@link #filters}
     * @return the rows, in the register's order
     * @throws IllegalArgumentException when a filter's value is malformed; the message names filter and value
     */
    Answer search(Question question);

    /**
     * A column.
     *
     * @param key the key in rows
     * @param title the heading
     */
    record Column(String key, String title) {}

    /**
     * A filter.
     *
     * @param key the query parameter
     * @param title the label
     * @param hint help text; may be empty
     * @param options the values to choose from, by value and label; empty for free text
     */
    record Filter(String key, String title, String hint, Map<String, String> options) {}

    /**
     * A question.
     *
     * @param filters values by filter key; blank ones are left out
     * @param asOf the date for which the register is asked
     * @param after the key of the last row of the page before; null for the first page
     * @param limit how many rows at most; 1 to 500
     */
    record Question(
            Map<String, String> filters,
            LocalDate asOf,
            @Nullable String after,
            int limit) {}

    /**
     * A page of rows.
     *
     * @param rows plain values by column key; values are strings, numbers, dates or lists of strings
     * @param next the key to continue after; null on the last page
     * @param total how many rows match, at most 1000 counted
     */
    record Answer(List<Map<String, Object>> rows, @Nullable String next, int total) {}
}
