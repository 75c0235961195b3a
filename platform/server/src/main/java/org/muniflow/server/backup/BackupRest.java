package org.muniflow.server.backup;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.security.Principal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.muniflow.api.casework.Journal;
import org.muniflow.casework.journal.CaseJournal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The whole city as a file, while it works. Only administrators get here. */
@RestController
final class BackupRest {

    private final CityBackup backup;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BackupRest(
            DataSource database,
            CaseJournal journal,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${muniflow.documents.folder:${muniflow.data:data}/documents}") Path documents,
            @Value("${muniflow.journal.anchors:${muniflow.data:data}/journal-anchors.txt}") Path anchors) {
        this.backup = new CityBackup(database, documents, anchors);
        this.journal = journal.of("muniflow");
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Writes without end known before; the last entry says whether all of it arrived. */
    @GetMapping("/api/backup")
    void write(HttpServletResponse response, Principal user) throws IOException, SQLException {
        String madeAt =
                OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
        transaction.executeWithoutResult(
                status -> journal.write(null, null, user.getName() + " took a backup of the city.", ""));
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("muniflow-" + madeAt.substring(0, 10) + ".zip")
                        .build()
                        .toString());
        backup.write(response.getOutputStream(), madeAt);
    }
}
