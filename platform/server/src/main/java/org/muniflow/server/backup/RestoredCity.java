package org.muniflow.server.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.muniflow.casework.journal.JournalCheck;
import org.muniflow.kernel.modules.StoredSchemas;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;

/** A city that was started only to be filled from a backup. */
@Component
@ConditionalOnExpression("!'${muniflow.restore:}'.isEmpty()")
final class RestoredCity {

    private static final int PAGE = 5000;

    private final DataSource database;
    private final StoredSchemas schemas;
    private final JournalCheck journal;
    private final List<Path> jars;

    RestoredCity(
            DataSource database,
            StoredSchemas schemas,
            JournalCheck journal,
            @Value("${muniflow.restore-jars:}") String jars) {
        this.database = database;
        this.schemas = schemas;
        this.journal = journal;
        this.jars = Stream.of(jars.split(","))
                .filter(jar -> !jar.isBlank())
                .map(Path::of)
                .toList();
    }

    /** Loads the rows and proves the journal; returns a warning that goes before the answer, mostly empty. */
    String load(BackupFile backup) {
        try {
            new Restoration(database, schemas, jars).load(backup);
        } catch (SQLException | IOException e) {
            throw new NotPossible(
                    "The rows cannot be loaded (" + e.getMessage()
                            + "); throw away what is in the folder and database given, and try again.",
                    e);
        }
        JournalCheck.Page page = journal.page(0, null, PAGE, Map.of());
        while (!page.complete() && page.findings().isEmpty()) {
            page = journal.page(page.to(), page.until(), PAGE, Map.of());
        }
        return page.findings().isEmpty()
                ? ""
                : "The journal was not as it was sealed when the backup was made: "
                        + page.findings().get(0).what() + " ";
    }
}
