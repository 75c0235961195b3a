package org.muniflow.casework;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The databases of a test run: H2 in memory, or those of one PostgreSQL server when the system property
 * {@code muniflow.test.database} is {@code POSTGRESQL}.
 */
public final class TestServer
        implements ApplicationContextInitializer<ConfigurableApplicationContext>, BeforeAllCallback {

    private static final boolean POSTGRESQL = "POSTGRESQL".equals(System.getProperty("muniflow.test.database", "H2"));
    private static final Deque<ConfigurableApplicationContext> OPEN = new ArrayDeque<>();

    private static final class Postgres {
        private static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException failure) {
                throw new UncheckedIOException("PostgreSQL did not start", failure);
            }
        }
    }

    /** Makes a database without tables. */
    static DataSource database() {
        String name = "test_" + UUID.randomUUID().toString().replace('-', '_');
        if (POSTGRESQL) {
            try (var connection = Postgres.RUNNING.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException failure) {
                throw new IllegalStateException("PostgreSQL made no database", failure);
            }
            return Postgres.RUNNING.getDatabase("postgres", name);
        }
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
        database.setUser("sa");
        return database;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        OPEN.push(context);
        if (POSTGRESQL) {
            TestPropertyValues.of(
                            "spring.datasource.url=" + Postgres.RUNNING.getJdbcUrl("postgres", "postgres"),
                            "spring.datasource.username=postgres",
                            "spring.datasource.password=")
                    .applyTo(context);
        }
    }

    /** Ends the contexts with the run: in the JVM's shutdown the server would be gone before the engines that need it. */
    @Override
    public void beforeAll(ExtensionContext run) {
        run.getRoot()
                .getStore(ExtensionContext.Namespace.create(TestServer.class))
                .getOrComputeIfAbsent(
                        "contexts", key -> (ExtensionContext.Store.CloseableResource) TestServer::closeContexts);
    }

    private static void closeContexts() {
        while (!OPEN.isEmpty()) {
            OPEN.pop().close();
        }
    }
}
