package org.muniflow.casework.board;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Indexes the clocks as the board reads them. On PostgreSQL the settled ones, which become many with the years, are in none of
 * the indexes but that of the clocks that ran out; H2, made for small cities, has no index of a part of a table.
 */
final class ClockBoardIndex implements JavaMigration {

    private static final MigrationVersion VERSION = MigrationVersion.fromVersion("226");
    private static final String OPEN = "create index clock_process on muniflow.clock (process_key, state, due_on, id)";
    private static final String RAN_OUT = "create index clock_ran_out on muniflow.clock (process_key, due_on, id)";

    @Override
    public MigrationVersion getVersion() {
        return VERSION;
    }

    @Override
    public String getDescription() {
        return "clock board index";
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
        try (Statement statement = connection.createStatement()) {
            if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
                statement.execute(OPEN + " where settled_at is null");
                statement.execute(RAN_OUT + " where state = 'BREACHED' and settled_at is not null");
            } else {
                statement.execute(OPEN);
            }
        }
    }
}
