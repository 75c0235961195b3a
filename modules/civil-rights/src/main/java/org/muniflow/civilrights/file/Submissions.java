package org.muniflow.civilrights.file;

import java.time.LocalDate;
import java.util.Map;
import org.muniflow.api.casework.Cases;
import org.muniflow.api.casework.Documents;

/** Turns an application that is on file into a case. */
public final class Submissions {

    private final Applications applications;
    private final Firms firms;
    private final Cases cases;
    private final Documents documents;

    /**
     * Makes the way in.
     *
     * @param applications the applications
     * @param firms the firms
     * @param cases where cases start
     * @param documents the documents, which go to the case
     */
    public Submissions(Applications applications, Firms firms, Cases cases, Documents documents) {
        this.applications = applications;
        this.firms = firms;
        this.cases = cases;
        this.documents = documents;
    }

    /**
     * Starts the case of an application.
     *
     * @param applicationId the application, a draft
     * @param today the day of the submission
     * @param by who submits it
     * @return the case number
     */
    public String submit(String applicationId, LocalDate today, String by) {
        Application application = applications.get(applicationId);
        // The application is marked first, since the case may run on at once and mark it further.
        applications.submit(applicationId, today, by);
        String caseNumber = cases.start(
                "certification",
                applicationId,
                firms.get(application.firmId()).legalName(),
                application.receivedOn(),
                Map.of(
                        "applicationId", applicationId,
                        "receivedOn", application.receivedOn().toString(),
                        "dbeRequested", application.dbeRequested()));
        applications.assignCase(applicationId, caseNumber, by);
        documents.attach(applicationId, caseNumber);
        return caseNumber;
    }
}
