package org.muniflow.casework.cases;

import java.sql.SQLException;
import org.flywaydb.core.api.migration.Context;
import org.muniflow.casework.schema.SchemaStep;

/** Indexes the words of parties' names on PostgreSQL, as {@link TitleWordsIndex} does those of titles. */
final class PartyNameIndex extends SchemaStep {

    PartyNameIndex() {
        super("333", "party name index");
    }

    @Override
    public void migrate(Context context) throws SQLException {
        if (isPostgresql(context)) {
            execute(
                    context,
                    "create index case_party_words on muniflow.case_party using gin (" + TitleWords.indexed("name")
                            + ") with (fastupdate = off)");
        }
    }
}
