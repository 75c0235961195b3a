package org.muniflow.casework.cases;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Indexes the beginnings of case numbers and, by the extension {@code pg_trgm}, the parts of titles on PostgreSQL. Where
 * the extension may not be made, the search works without, by looking through all cases; H2, made for small cities,
 * always does.
 */
final class CaseSearchIndex implements JavaMigration {

    private static final Logger LOG = LoggerFactory.getLogger(CaseSearchIndex.class);
    private static final MigrationVersion VERSION = MigrationVersion.fromVersion("206");
    private static final String NUMBERS =
            "create index case_file_number on muniflow.case_file (case_number varchar_pattern_ops)";
    private static final String EXTENSION = "create extension if not exists pg_trgm";
    // GiST, not GIN: a title is made of parts that most others have too, and GIN would read the list of each.
    private static final String TITLES = "create index case_file_title on muniflow.case_file"
            + " using gist (lower(title) gist_trgm_ops (siglen = 64))";

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
            Savepoint before = connection.setSavepoint();
            try {
                statement.execute(EXTENSION);
                statement.execute(TITLES);
            } catch (SQLException refused) {
                connection.rollback(before);
                LOG.warn(
                        "The search for cases by a part of their title has no index ({}). Let the database's"
                                + " administrator run: {}; {};",
                        refused.getMessage(),
                        EXTENSION,
                        TITLES);
            }
        }
    }
}
