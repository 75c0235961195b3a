package org.muniflow.casework.cases;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Indexes the words of titles on PostgreSQL, in place of an index of their trigrams, which had to be searched the longer the
 * more cases there are and needed an extension.
 */
final class TitleWordsIndex implements JavaMigration {

    private static final MigrationVersion VERSION = MigrationVersion.fromVersion("360");

    @Override
    public MigrationVersion getVersion() {
        return VERSION;
    }

    @Override
    public String getDescription() {
        return "title words index";
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
            statement.execute("drop index if exists muniflow.case_file_title");
            // Without a list of entries to come: a search would read it whole.
            statement.execute("create index case_file_words on muniflow.case_file using gin (" + TitleWords.INDEXED
                    + ") with (fastupdate = off)");
        }
    }
}
