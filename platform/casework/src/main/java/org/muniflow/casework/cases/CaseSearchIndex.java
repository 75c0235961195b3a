package org.muniflow.casework.cases;

import java.sql.SQLException;
import org.flywaydb.core.api.migration.Context;
import org.muniflow.casework.schema.SchemaStep;

/**
 * Indexes the beginnings of case numbers on PostgreSQL. H2, made for small cities, looks through all cases. The words of
 * titles have an index since {@link TitleWordsIndex}.
 */
final class CaseSearchIndex extends SchemaStep {

    CaseSearchIndex() {
        super("206", "case search index");
    }

    @Override
    public void migrate(Context context) throws SQLException {
        if (isPostgresql(context)) {
            execute(context, "create index case_file_number on muniflow.case_file (case_number varchar_pattern_ops)");
        }
    }
}
