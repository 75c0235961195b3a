package org.muniflow.casework.cases;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Made an index of titles anew in cities that had one then; {@link TitleWordsIndex} replaces it.
 */
final class CaseSearchSharper implements JavaMigration {

    private static final MigrationVersion VERSION = MigrationVersion.fromVersion("303");

    @Override
    public MigrationVersion getVersion() {
        return VERSION;
    }

    @Override
    public String getDescription() {
        return "case search sharper";
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
                statement.execute("drop index muniflow.case_file_title");
                statement.execute("create index case_file_title on muniflow.case_file"
                        + " using gist (lower(title) gist_trgm_ops (siglen = 256))");
            }
        }
    }

    private static boolean isThere(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("select to_regclass('muniflow.case_file_title') is not null")) {
            return found.next() && found.getBoolean(1);
        }
    }
}
