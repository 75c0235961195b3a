package org.muniflow.benchmarks.adapter;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muniflow.testkit.Database;

/** Where the measured databases are: a PostgreSQL server from embedded binaries, or H2 in each application's memory. */
public final class DatabaseServer implements AutoCloseable {

    private final @Nullable EmbeddedPostgres server;

    private DatabaseServer(@Nullable EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts what a kind of database needs.
     *
     * @param kind PostgreSQL or H2
     * @return the server; close it
     */
    public static DatabaseServer start(Database kind) {
        return start(kind, "256MB");
    }

    /**
     * Starts what a kind of database needs.
     *
     * @param kind PostgreSQL or H2
     * @param memory how much PostgreSQL shares among its connections
     * @return the server; close it
     */
    public static DatabaseServer start(Database kind, String memory) {
        if (kind != Database.POSTGRESQL) {
            return new DatabaseServer(null);
        }
        try {
            return new DatabaseServer(EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("shared_buffers", memory)
                    .setServerConfig("max_wal_size", "8GB")
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }

    /**
     * Makes a database without tables.
     *
     * @return the properties with which a Spring application opens it
     */
    public Map<String, String> database() {
        String name = "city_" + UUID.randomUUID().toString().replace('-', '_');
        if (server == null) {
            // The engine's repeated queries must be answered by the database, not by its memory of the last answer.
            return settings(
                    "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=FALSE;QUERY_TIMEOUT=20000",
                    "sa");
        }
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL made no database", e);
        }
        return settings(server.getJdbcUrl("postgres", name) + "&options=-c%20statement_timeout=20000", "postgres");
    }

    private static Map<String, String> settings(String url, String user) {
        return Map.of(
                "spring.datasource.url", url, "spring.datasource.username", user, "spring.datasource.password", "");
    }

    @Override
    public void close() {
        if (server != null) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
