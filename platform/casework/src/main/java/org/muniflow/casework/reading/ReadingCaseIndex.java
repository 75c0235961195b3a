package org.muniflow.casework.reading;

import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Indexes the journal's lines about rules by rule, so that the cases in which one decided are found without reading the
 * journal. The sealed line itself says which rule it was; no column beside it could say something else. H2, made for small
 * cities, has no index of an expression and reads the newest lines until a page is full.
 */
final class ReadingCaseIndex implements JavaMigration {

    private static final MigrationVersion VERSION = MigrationVersion.fromVersion("351");

    /** The expression on PostgreSQL for the beginning of a line, for example {@code Rule R-221}. */
    static String rule(String column) {
        return "split_part(" + column + ", ':', 1)";
    }

    @Override
    public MigrationVersion getVersion() {
        return VERSION;
    }

    @Override
    public String getDescription() {
        return "journal rule index";
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
        if (context.getConnection().getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            try (Statement statement = context.getConnection().createStatement()) {
                statement.execute(
                        "create index journal_rule on muniflow.journal (" + rule("what") + ", id) where kind = 'RULE'");
            }
        }
    }
}
