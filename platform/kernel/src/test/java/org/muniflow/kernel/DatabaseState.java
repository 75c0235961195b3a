package org.muniflow.kernel;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Everything in a database: each schema's tables with their columns and rows, to be compared with what is there later. */
public final class DatabaseState {

    private DatabaseState() {}

    /**
     * Reads all schemas but the database's own.
     *
     * @param database the database
     * @param without tables to leave out, as {@code schema.table} in lower case
     * @return columns and rows, sorted, by {@code schema.table}; an empty schema as {@code schema.}
     */
    public static Map<String, List<String>> of(DataSource database, Collection<String> without) {
        Map<String, List<String>> state = new TreeMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (List<String> schema : rows(
                    statement,
                    "select schema_name from information_schema.schemata where schema_name not like 'pg_%'")) {
                if (!schema.get(0).equalsIgnoreCase("information_schema")) {
                    state.put(schema.get(0).toLowerCase(Locale.ROOT) + ".", List.of());
                }
            }
            for (List<String> table : rows(
                    statement,
                    "select table_schema, table_name from information_schema.tables where lower(table_schema)"
                            + " <> 'information_schema' and table_schema not like 'pg_%'")) {
                String name = (table.get(0) + "." + table.get(1)).toLowerCase(Locale.ROOT);
                if (!without.contains(name)) {
                    state.put(name, content(statement, table.get(0), table.get(1)));
                }
            }
            return state;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> content(Statement statement, String schema, String table) throws SQLException {
        List<String> content = new ArrayList<>();
        content.add(rows(
                        statement,
                        "select column_name, data_type from information_schema.columns where table_schema = '%s' and table_name = '%s' order by column_name"
                                .formatted(schema, table))
                .toString());
        rows(statement, "select * from \"%s\".\"%s\"".formatted(schema, table)).stream()
                .map(List::toString)
                .sorted()
                .forEach(content::add);
        return content;
    }

    private static List<List<String>> rows(Statement statement, String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    Object value = result.getObject(column);
                    row.add(
                            value instanceof byte[] || value instanceof java.sql.Blob
                                    ? "bytes " + Arrays.hashCode(result.getBytes(column))
                                    : String.valueOf(result.getString(column)));
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
