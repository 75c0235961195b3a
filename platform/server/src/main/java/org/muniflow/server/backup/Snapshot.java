package org.muniflow.server.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Lets a connection see the database as of one moment. */
final class Snapshot {

    private final Connection connection;
    private final boolean postgresql;

    private Snapshot(Connection connection, boolean postgresql) {
        this.connection = connection;
        this.postgresql = postgresql;
    }

    static Snapshot of(Connection connection) throws SQLException {
        return new Snapshot(connection, postgresql(connection));
    }

    static boolean postgresql(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }

    void begin() throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    postgresql
                            ? "set transaction isolation level repeatable read, read only"
                            : "set session characteristics as transaction isolation level snapshot");
            // The moment is that of the first reading.
            statement.executeQuery("select seals from muniflow.journal_head").close();
        }
    }

    void end() throws SQLException {
        connection.rollback();
        if (!postgresql) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set session characteristics as transaction isolation level read committed");
            }
            connection.commit();
        }
    }
}
