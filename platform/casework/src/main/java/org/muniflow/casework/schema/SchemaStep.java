package org.muniflow.casework.schema;

import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * A step of the platform's schema written in Java, since databases differ: PostgreSQL has indexes that H2, made for small
 * cities, has not. It is a Spring bean, and runs in a transaction in the order of its version among the SQL files.
 */
public abstract class SchemaStep implements JavaMigration {

    private final MigrationVersion version;
    private final String description;

    /**
     * Names the step.
     *
     * @param version its number among the platform's migrations
     * @param description some words; they must stay, since cities that took the step compare them
     */
    protected SchemaStep(String version, String description) {
        this.version = MigrationVersion.fromVersion(version);
        this.description = description;
    }

    @Override
    public final MigrationVersion getVersion() {
        return version;
    }

    @Override
    public final String getDescription() {
        return description;
    }

    @Override
    public final @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public final boolean canExecuteInTransaction() {
        return true;
    }

    /**
     * Tells whether the step runs on PostgreSQL.
     *
     * @param context the step's surroundings
     * @return false on H2
     * @throws SQLException when the database cannot be asked
     */
    protected static boolean isPostgresql(Context context) throws SQLException {
        return context.getConnection().getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }

    /**
     * Executes statements, one after the other.
     *
     * @param context the step's surroundings
     * @param statements the statements
     * @throws SQLException when one fails
     */
    protected static void execute(Context context, String... statements) throws SQLException {
        try (Statement all = context.getConnection().createStatement()) {
            for (String one : statements) {
                all.execute(one);
            }
        }
    }
}
