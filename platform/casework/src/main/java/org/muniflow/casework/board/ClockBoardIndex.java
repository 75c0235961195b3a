package org.muniflow.casework.board;

import java.sql.SQLException;
import org.flywaydb.core.api.migration.Context;
import org.muniflow.casework.schema.SchemaStep;

/**
 * Indexes the clocks as the board reads them. On PostgreSQL the settled ones, which become many with the years, are in none of
 * the indexes but that of the clocks that ran out; H2, made for small cities, has no index of a part of a table.
 */
final class ClockBoardIndex extends SchemaStep {

    private static final String OPEN = "create index clock_process on muniflow.clock (process_key, state, due_on, id)";
    private static final String RAN_OUT = "create index clock_ran_out on muniflow.clock (process_key, due_on, id)";

    ClockBoardIndex() {
        super("226", "clock board index");
    }

    @Override
    public void migrate(Context context) throws SQLException {
        if (isPostgresql(context)) {
            execute(
                    context,
                    OPEN + " where settled_at is null",
                    RAN_OUT + " where state = 'BREACHED' and settled_at is not null");
        } else {
            execute(context, OPEN);
        }
    }
}
