package org.muniflow.casework.reading;

import java.sql.SQLException;
import org.flywaydb.core.api.migration.Context;
import org.muniflow.casework.schema.SchemaStep;

/**
 * Indexes the journal's lines about rules by rule, so that the cases in which one decided are found without reading the
 * journal. The sealed line itself says which rule it was; no column beside it could say something else. H2, made for small
 * cities, has no index of an expression and reads the newest lines until a page is full.
 */
final class ReadingCaseIndex extends SchemaStep {

    ReadingCaseIndex() {
        super("351", "journal rule index");
    }

    /** The expression on PostgreSQL for the beginning of a line, for example {@code Rule R-221}. */
    static String rule(String column) {
        return "split_part(" + column + ", ':', 1)";
    }

    @Override
    public void migrate(Context context) throws SQLException {
        if (isPostgresql(context)) {
            execute(
                    context,
                    "create index journal_rule on muniflow.journal (" + rule("what") + ", id) where kind = 'RULE'");
        }
    }
}
