package org.muniflow.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;

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

    /** A real PostgreSQL server from embedded binaries, started for the city and stopped with it. */
    POSTGRESQL {
        @Override
        Opened open() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder().start();
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
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL did not start", e);
            }
        }
    };

    abstract Opened open();

    /** An opened database: how to reach it, and how to end it. */
    record Opened(Map<String, String> properties, Runnable close) {}
}
