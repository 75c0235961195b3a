package org.muniflow.server.backup;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A table as its database spells it.
 *
 * @param space whose it is, in lower case: {@code engine}, {@code muniflow} or a module's schema
 * @param schema the schema
 * @param name the table
 * @param columns the columns in order
 */
record Table(String space, String schema, String name, List<Column> columns) {

    /** What nodes do at the moment belongs to no backup. */
    private static final Set<String> PASSING = Set.of("muniflow.node", "muniflow.module_node");

    private static final String HISTORY = "flyway_schema_history";

    /**
     * A column.
     *
     * @param name as the database spells it
     * @param kind how its values are written
     * @param identity whether the database numbers it
     */
    record Column(String name, Kind kind, boolean identity) {}

    /** Returns the table's name in every database. */
    String id() {
        return space + "." + name.toLowerCase(Locale.ROOT);
    }

    String quoted() {
        return "\"" + schema + "\".\"" + name + "\"";
    }

    String columnList() {
        return columns.stream().map(column -> "\"" + column.name() + "\"").collect(Collectors.joining(", "));
    }

    /** Returns the city's tables by name: the engine's, the platform's and the modules'. */
    static List<Table> all(Connection connection) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        String engine = connection.getSchema();
        List<String[]> found = new ArrayList<>();
        Set<String> modules = new TreeSet<>();
        try (ResultSet rows =
                database.getTables(connection.getCatalog(), null, "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (rows.next()) {
                String schema = rows.getString("TABLE_SCHEM");
                String name = rows.getString("TABLE_NAME");
                found.add(new String[] {schema, name});
                if (name.equalsIgnoreCase(HISTORY)) {
                    modules.add(schema);
                }
            }
        }
        List<Table> tables = new ArrayList<>();
        for (String[] row : found) {
            String space = space(row[0], row[1], engine, modules);
            Table table = new Table(space, row[0], row[1], List.of());
            if (!space.isEmpty() && !PASSING.contains(table.id())) {
                tables.add(
                        new Table(space, row[0], row[1], columns(database, connection.getCatalog(), row[0], row[1])));
            }
        }
        tables.sort(Comparator.comparing(Table::id));
        return tables;
    }

    private static String space(String schema, String name, String engine, Set<String> modules) {
        String lower = schema.toLowerCase(Locale.ROOT);
        if (lower.equals("muniflow")) {
            return lower;
        }
        if (schema.equals(engine)) {
            return name.toLowerCase(Locale.ROOT).startsWith("act_") ? "engine" : "";
        }
        return modules.contains(schema) ? lower : "";
    }

    private static List<Column> columns(DatabaseMetaData database, String catalog, String schema, String table)
            throws SQLException {
        List<Column> columns = new ArrayList<>();
        String escape = database.getSearchStringEscape();
        try (ResultSet rows = database.getColumns(catalog, escaped(schema, escape), escaped(table, escape), "%")) {
            while (rows.next()) {
                String name = rows.getString("COLUMN_NAME");
                columns.add(new Column(
                        name,
                        Kind.of(
                                rows.getInt("DATA_TYPE"),
                                rows.getString("TYPE_NAME"),
                                schema + "." + table + "." + name),
                        "YES".equals(rows.getString("IS_AUTOINCREMENT"))));
            }
        }
        return columns;
    }

    private static String escaped(String name, String escape) {
        return name.replace("_", escape + "_");
    }
}
