package org.muniflow.casework.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.migration.Context;
import org.muniflow.casework.schema.SchemaStep;

/** Made an index of titles anew in cities that had one then; {@link TitleWordsIndex} replaces it. */
final class CaseSearchSharper extends SchemaStep {

    CaseSearchSharper() {
        super("303", "case search sharper");
    }

    @Override
    public void migrate(Context context) throws SQLException {
        if (isPostgresql(context) && isThere(context)) {
            execute(
                    context,
                    "drop index muniflow.case_file_title",
                    "create index case_file_title on muniflow.case_file"
                            + " using gist (lower(title) gist_trgm_ops (siglen = 256))");
        }
    }

    private static boolean isThere(Context context) throws SQLException {
        try (Statement statement = context.getConnection().createStatement();
                ResultSet found =
                        statement.executeQuery("select to_regclass('muniflow.case_file_title') is not null")) {
            return found.next() && found.getBoolean(1);
        }
    }
}
