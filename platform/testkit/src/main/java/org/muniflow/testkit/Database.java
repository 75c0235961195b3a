package org.muniflow.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The databases on which a test city runs. */
public enum Database {
    /** H2 in memory, one for each city. */
    H2 {
        @Override
        Opened open() {
            return new Opened(
                    Map.of(
                            "spring.datasource.url",
                            "jdbc:h2:mem:city-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
                            "spring.datasource.username",
                            "sa",
                            "spring.datasource.password",
                            ""),
                    () -> {});
        }
    },

    /** H2 in a file of the city's data folder, as a small city runs it: it keeps its data over a restart. */
    H2_FILE {
        @Override
        Opened open() {
            return new Opened(Map.of(), () -> {});
        }
    },

    /** A real PostgreSQL server from embedded binaries, started for the city and stopped with it. */
    POSTGRESQL {
        @Override
        Opened open() {
            EmbeddedPostgres server = start();
            return new Opened(
                    Map.of(
                            "spring.datasource.url",
                            server.getJdbcUrl("postgres", "postgres"),
                            "spring.datasource.username",
                            "postgres",
                            "spring.datasource.password",
                            ""),
                    () -> {
                        try {
                            server.close();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
    };

    abstract Opened open();

    /**
     * Returns the database on which this run's tests are to run.
     *
     * @return the one that the system property {@code muniflow.test.database} names; H2 without it
     */
    public static Database ofRun() {
        return valueOf(System.getProperty("muniflow.test.database", H2.name()));
    }

    /**
     * Makes a database without tables, for tests that need no city.
     *
     * @return the database, on one server for the whole run if it is PostgreSQL
     */
    public static DataSource empty() {
        String name = "test_" + UUID.randomUUID().toString().replace('-', '_');
        if (ofRun() == POSTGRESQL) {
            DataSource server = Shared.SERVER.getPostgresDatabase();
            JdbcClient.create(server).sql("create database " + name).update();
            return Shared.SERVER.getDatabase("postgres", name);
        }
        JdbcDataSource memory = new JdbcDataSource();
        memory.setURL("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
        memory.setUser("sa");
        return memory;
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }

    private static final class Shared {
        private static final EmbeddedPostgres SERVER = start();
    }

    /** An opened database: how to reach it, and how to end it. */
    record Opened(Map<String, String> properties, Runnable close) {}
}
