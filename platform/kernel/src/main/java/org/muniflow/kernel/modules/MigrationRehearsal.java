package org.muniflow.kernel.modules;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Runs migrations on a copy of a schema. H2 commits with every table that a migration makes or changes, so that one which
 * fails half-way would leave half a schema. The copy is a database in memory that nobody else sees; it holds this schema
 * and its rows only and goes with the rehearsal.
 */
final class MigrationRehearsal {

    private MigrationRehearsal() {}

    /**
     * Rehearses.
     *
     * @param real the real database, an H2; only read
     * @param name the schema's name as modules write it
     * @param present the schema's name as the database spells it, or empty when it is yet to be created
     * @param migrations runs the migrations on a database and the schema's name there; what it throws is passed on
     */
    static void of(DataSource real, String name, Optional<String> present, BiConsumer<DataSource, String> migrations) {
        try (Connection source = real.getConnection()) {
            DataSource copy = new DriverManagerDataSource(address(source), "rehearsal", "");
            // The database lives as long as this connection.
            try (Connection target = copy.getConnection();
                    Statement statements = target.createStatement()) {
                if (present.isPresent()) {
                    copy(source, present.get(), statements);
                } else {
                    statements.execute("create schema " + name);
                }
                migrations.accept(copy, present.orElseGet(() -> created(statements, name)));
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The schema " + name + " could not be copied", e);
        }
    }

    /** Names are spelled and read in the copy as they are in the real database. */
    private static String address(Connection source) throws SQLException {
        StringBuilder address = new StringBuilder("jdbc:h2:mem:rehearsal-" + UUID.randomUUID());
        try (Statement statement = source.createStatement();
                ResultSet settings = statement.executeQuery("select setting_name, setting_value"
                        + " from information_schema.settings where setting_name in ('MODE', 'DATABASE_TO_UPPER',"
                        + " 'DATABASE_TO_LOWER', 'CASE_INSENSITIVE_IDENTIFIERS', 'DEFAULT_NULL_ORDERING')")) {
            while (settings.next()) {
                address.append(';').append(settings.getString(1)).append('=').append(settings.getString(2));
            }
        }
        return address.toString();
    }

    private static void copy(Connection source, String schema, Statement target) throws SQLException {
        try (Statement reading = source.createStatement();
                ResultSet script = reading.executeQuery(
                        "script nopasswords nosettings schema \"" + schema.replace("\"", "\"\"") + "\"")) {
            while (script.next()) {
                String statement = script.getString(1);
                // Comments may be about objects of other schemas.
                if (!statement.startsWith("--") && !statement.startsWith("COMMENT ON")) {
                    target.execute(statement);
                }
            }
        }
    }

    private static String created(Statement statement, String name) {
        try (ResultSet schemas = statement.executeQuery(
                "select schema_name from information_schema.schemata where lower(schema_name) = '" + name + "'")) {
            schemas.next();
            return schemas.getString(1);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The schema " + name + " could not be made", e);
        }
    }
}
