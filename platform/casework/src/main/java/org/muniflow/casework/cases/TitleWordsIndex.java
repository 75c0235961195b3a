package org.muniflow.casework.cases;

import java.sql.SQLException;
import org.flywaydb.core.api.migration.Context;
import org.muniflow.casework.schema.SchemaStep;

/**
 * Indexes the words of titles on PostgreSQL, in place of an index of their trigrams, which had to be searched the longer the
 * more cases there are and needed an extension.
 */
final class TitleWordsIndex extends SchemaStep {

    TitleWordsIndex() {
        super("360", "title words index");
    }

    @Override
    public void migrate(Context context) throws SQLException {
        if (isPostgresql(context)) {
            execute(
                    context,
                    "drop index if exists muniflow.case_file_title",
                    // Without a list of entries to come: a search would read it whole.
                    "create index case_file_words on muniflow.case_file using gin (" + TitleWords.indexed("title")
                            + ") with (fastupdate = off)");
        }
    }
}
