package org.muniflow.server.backup;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Loads a backup's rows into tables that are there. */
final class RowLoading {

    private static final int BATCH = 500;
    private static final int BATCH_CHARACTERS = 4 << 20;

    private final Connection connection;
    private final BackupFile backup;

    RowLoading(Connection connection, BackupFile backup) {
        this.connection = connection;
        this.backup = backup;
    }

    /** Replaces a table's rows; returns how many there are now. */
    long load(Table table, Manifest.Content content) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from " + table.quoted());
        }
        List<Table.Column> columns = columns(table, content);
        String names =
                columns.stream().map(column -> "\"" + column.name() + "\"").collect(Collectors.joining(", "));
        String places = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into " + table.quoted() + " (" + names + ") overriding system value values (" + places + ")")) {
            Batch batch = new Batch(insert, columns);
            backup.rows(content, batch::add);
            batch.end();
        }
        for (Table.Column column : columns) {
            if (column.identity()) {
                restart(table, column);
            }
        }
        return count(table);
    }

    private static List<Table.Column> columns(Table table, Manifest.Content content) {
        Map<String, Table.Column> byName = new HashMap<>();
        table.columns().forEach(column -> byName.put(column.name().toLowerCase(Locale.ROOT), column));
        List<Table.Column> columns = new ArrayList<>();
        for (String name : content.columns()) {
            Table.Column column = byName.get(name);
            if (column == null) {
                throw new NotPossible("Table " + content.table() + " has no column " + name
                        + " here; restore with the version of Muniflow that made the backup.");
            }
            columns.add(column);
        }
        return columns;
    }

    private long count(Table table) throws SQLException {
        return number("select count(*) from " + table.quoted());
    }

    private void restart(Table table, Table.Column column) throws SQLException {
        long next = number("select coalesce(max(\"" + column.name() + "\"), 0) + 1 from " + table.quoted());
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    Snapshot.postgresql(connection)
                            ? "select setval(pg_get_serial_sequence('" + table.quoted() + "', '" + column.name()
                                    + "'), " + next + ", false)"
                            : "alter table " + table.quoted() + " alter column \"" + column.name() + "\" restart with "
                                    + next);
        }
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static final class Batch {

        private final PreparedStatement insert;
        private final List<Table.Column> columns;
        private int rows;
        private long characters;

        Batch(PreparedStatement insert, List<Table.Column> columns) {
            this.insert = insert;
            this.columns = columns;
        }

        void add(JsonNode values, int size) throws SQLException {
            for (int place = 0; place < columns.size(); place++) {
                JsonNode value = values.path(place);
                if (value.isNull() || value.isMissingNode()) {
                    insert.setNull(place + 1, Types.NULL);
                } else {
                    columns.get(place).kind().set(insert, place + 1, value);
                }
            }
            insert.addBatch();
            rows++;
            characters += size;
            if (rows >= BATCH || characters >= BATCH_CHARACTERS) {
                end();
            }
        }

        void end() throws SQLException {
            if (rows > 0) {
                insert.executeBatch();
            }
            rows = 0;
            characters = 0;
        }
    }
}
