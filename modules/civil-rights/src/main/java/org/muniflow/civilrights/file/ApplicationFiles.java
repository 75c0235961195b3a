package org.muniflow.civilrights.file;

import java.util.List;
import org.muniflow.api.page.UnknownRecord;
import org.muniflow.civilrights.table.Table;

/** Reads application files. */
public final class ApplicationFiles {

    private static final String BY_APPLICATION = "application_id";

    private final Applications applications;
    private final Firms firms;
    private final FileParts parts;

    /**
     * Opens the files.
     *
     * @param applications the applications
     * @param firms the firms
     * @param parts the parts of a file
     */
    public ApplicationFiles(Applications applications, Firms firms, FileParts parts) {
        this.applications = applications;
        this.firms = firms;
        this.parts = parts;
    }

    /**
     * Reads all that is on file about an application.
     *
     * @param applicationId the application
     * @return the file
     * @throws UnknownRecord when there is no such application
     */
    public ApplicationFile load(String applicationId) {
        Application application = applications.get(applicationId);
        return new ApplicationFile(
                application,
                firms.get(application.firmId()),
                of(parts.naics(), applicationId),
                of(parts.offices(), applicationId),
                of(parts.employees(), applicationId),
                of(parts.transactions(), applicationId),
                of(parts.owners(), applicationId),
                of(parts.holdings(), applicationId),
                of(parts.interests(), applicationId),
                of(parts.contributions(), applicationId),
                of(parts.affiliates(), applicationId),
                of(parts.statements(), applicationId),
                of(parts.assets(), applicationId),
                of(parts.liabilities(), applicationId),
                of(parts.transfers(), applicationId),
                of(parts.requests(), applicationId));
    }

    private static <R extends Record> List<R> of(Table<R> table, String applicationId) {
        return table.where(BY_APPLICATION, applicationId);
    }
}
