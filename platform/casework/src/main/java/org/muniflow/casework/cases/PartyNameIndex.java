package org.muniflow.casework.cases;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/** Indexes the parts of parties' names on PostgreSQL, where {@link CaseSearchIndex} could make the extension for it. */
final class PartyNameIndex implements JavaMigration {

    private static final MigrationVersion VERSION = MigrationVersion.fromVersion("333");

    @Override
    public MigrationVersion getVersion() {
        return VERSION;
    }

    @Override
    public String getDescription() {
        return "party name index";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        if (!connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            if (isThere(statement)) {
                statement.execute("create index case_party_name on muniflow.case_party"
                        + " using gist (lower(name) gist_trgm_ops (siglen = 256))");
            }
        }
    }

    private static boolean isThere(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("select 1 from pg_extension where extname = 'pg_trgm'")) {
            return found.next();
        }
    }
}
