package org.muniflow.casework.cases;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Indexes the beginnings of case numbers on PostgreSQL. H2, made for small cities, looks through all cases. The words of
 * titles have an index since {@link TitleWordsIndex}.
 */
final class CaseSearchIndex implements JavaMigration {

    private static final MigrationVersion VERSION = MigrationVersion.fromVersion("206");
    private static final String NUMBERS =
            "create index case_file_number on muniflow.case_file (case_number varchar_pattern_ops)";

    @Override
    public MigrationVersion getVersion() {
        return VERSION;
    }

    @Override
    public String getDescription() {
        return "case search index";
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
            statement.execute(NUMBERS);
        }
    }
}
