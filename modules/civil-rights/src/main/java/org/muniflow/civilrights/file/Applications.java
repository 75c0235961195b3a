package org.muniflow.civilrights.file;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.page.UnknownRecord;
import org.muniflow.civilrights.file.Application.Status;
import org.muniflow.civilrights.table.Table;
import org.muniflow.civilrights.table.Tables;

/** The applications, each verb one step of their state model. */
public final class Applications {

    private final Table<Application> table;
    private final Table<DocumentRequest> requests;

    /**
     * Opens the applications.
     *
     * @param tables the schema
     */
    public Applications(Tables tables) {
        this.table = tables.of("application", Application.class);
        this.requests = tables.of("application_document_request", DocumentRequest.class);
    }

    /**
     * Returns an application.
     *
     * @param id the id
     * @return the application
     * @throws UnknownRecord when there is no such application
     */
    public Application get(String id) {
        return table.find(id).orElseThrow(() -> new UnknownRecord(id));
    }

    /**
     * Finds an application by its case.
     *
     * @param caseNumber the case number
     * @return the application, or empty
     */
    public Optional<Application> byCase(String caseNumber) {
        return table.where("case_number", caseNumber).stream().findFirst();
    }

    /**
     * Returns a firm's applications, oldest first.
     *
     * @param firmId the firm
     * @return the applications; may be empty
     */
    public List<Application> ofFirm(String firmId) {
        return table.where("firm_id", firmId);
    }

    /**
     * Adds an application.
     *
     * @param application the application
     * @param by who adds it
     * @return the application
     */
    public Application add(Application application, String by) {
        return table.insert(application, by);
    }

    /**
     * Changes an application's statements.
     *
     * @param application the application with its id
     * @param by who changes it
     * @return the application
     */
    public Application change(Application application, String by) {
        return table.update(application, by);
    }

    /**
     * Records that the application is submitted.
     *
     * @param id the application
     * @param submittedOn the day
     * @param by who submitted it
     * @return the application
     */
    public Application submit(String id, LocalDate submittedOn, String by) {
        Application a = get(id);
        return table.update(
                with(
                        a,
                        Status.SUBMITTED,
                        submittedOn,
                        a.caseNumber(),
                        a.documentsDueOn(),
                        a.withdrawnOn(),
                        a.decidedOn()),
                by);
    }

    /**
     * Names the application's case.
     *
     * @param id the application
     * @param caseNumber the case
     * @param by who submitted it
     * @return the application
     */
    public Application assignCase(String id, String caseNumber, String by) {
        Application a = get(id);
        return table.update(
                with(a, a.status(), a.submittedOn(), caseNumber, a.documentsDueOn(), a.withdrawnOn(), a.decidedOn()),
                by);
    }

    /**
     * Puts the application at another stage that carries no date of its own.
     *
     * @param id the application
     * @param status the stage
     * @param by who does it
     * @return the application
     */
    public Application moveTo(String id, Status status, String by) {
        Application a = get(id);
        return table.update(
                with(a, status, a.submittedOn(), a.caseNumber(), a.documentsDueOn(), a.withdrawnOn(), a.decidedOn()),
                by);
    }

    /**
     * Records that documents are asked for (KCMO Code § 3-461(g)).
     *
     * @param id the application
     * @param missing the types of documents asked for
     * @param requestedOn the day of the request
     * @param dueOn the director's deadline
     * @param by who asks
     */
    public void requestDocuments(
            String id, List<DocumentType> missing, LocalDate requestedOn, LocalDate dueOn, String by) {
        Application a = get(id);
        table.update(
                with(a, Status.DOCS_REQUESTED, a.submittedOn(), a.caseNumber(), dueOn, a.withdrawnOn(), a.decidedOn()),
                by);
        for (DocumentType type : missing) {
            requests.insert(new DocumentRequest(Table.newId(), id, type, null, requestedOn, dueOn, null), by);
        }
    }

    /**
     * Records that the documents asked for came.
     *
     * @param id the application
     * @param receivedOn the day on which the city received them
     * @param by who keys it
     */
    public void documentsReceived(String id, LocalDate receivedOn, String by) {
        Application a = get(id);
        table.update(
                new Application(
                        a.id(),
                        a.firmId(),
                        a.kind(),
                        a.programs(),
                        a.status() == Status.DOCS_REQUESTED ? Status.UNDER_REVIEW : a.status(),
                        a.receivedOn(),
                        a.submittedOn(),
                        a.caseNumber(),
                        a.dbeRequested(),
                        a.dbeCertificateAuthority(),
                        a.dbeDefinitionMet(),
                        a.discriminationInCity(),
                        a.discriminationInTrade(),
                        a.documentsDueOn(),
                        receivedOn,
                        a.withdrawnOn(),
                        a.decidedOn()),
                by);
        for (DocumentRequest request : requests.where("application_id", id)) {
            if (request.receivedOn() == null) {
                requests.update(
                        new DocumentRequest(
                                request.id(),
                                id,
                                request.documentType(),
                                request.ownerId(),
                                request.requestedOn(),
                                request.dueOn(),
                                receivedOn),
                        by);
            }
        }
    }

    /**
     * Records what staff verified about the DBE certificate (KCMO Code § 3-461(b)).
     *
     * @param id the application
     * @param authority UCP, MODOT, KDOT or NONE
     * @param definitionMet whether the federal definition is met
     * @param by who verified it
     */
    public void verifyDbe(String id, String authority, boolean definitionMet, String by) {
        Application a = get(id);
        table.update(
                new Application(
                        a.id(),
                        a.firmId(),
                        a.kind(),
                        a.programs(),
                        a.status(),
                        a.receivedOn(),
                        a.submittedOn(),
                        a.caseNumber(),
                        a.dbeRequested(),
                        authority,
                        definitionMet,
                        a.discriminationInCity(),
                        a.discriminationInTrade(),
                        a.documentsDueOn(),
                        a.documentsReceivedOn(),
                        a.withdrawnOn(),
                        a.decidedOn()),
                by);
    }

    /**
     * Records that the firm withdrew the application (KCMO Code § 3-461(h)).
     *
     * @param id the application
     * @param withdrawnOn the day on which the city received the withdrawal
     * @param by who keys it
     */
    public void withdraw(String id, LocalDate withdrawnOn, String by) {
        Application a = get(id);
        table.update(
                with(
                        a,
                        Status.WITHDRAWN,
                        a.submittedOn(),
                        a.caseNumber(),
                        a.documentsDueOn(),
                        withdrawnOn,
                        a.decidedOn()),
                by);
    }

    /**
     * Records the decision.
     *
     * @param id the application
     * @param status APPROVED or DENIED
     * @param decidedOn the day
     * @param by who decided
     */
    public void decide(String id, Status status, LocalDate decidedOn, String by) {
        Application a = get(id);
        table.update(
                with(a, status, a.submittedOn(), a.caseNumber(), a.documentsDueOn(), a.withdrawnOn(), decidedOn), by);
    }

    private static Application with(
            Application a,
            Status status,
            @Nullable LocalDate submittedOn,
            @Nullable String caseNumber,
            @Nullable LocalDate documentsDueOn,
            @Nullable LocalDate withdrawnOn,
            @Nullable LocalDate decidedOn) {
        return new Application(
                a.id(),
                a.firmId(),
                a.kind(),
                a.programs(),
                status,
                a.receivedOn(),
                submittedOn,
                caseNumber,
                a.dbeRequested(),
                a.dbeCertificateAuthority(),
                a.dbeDefinitionMet(),
                a.discriminationInCity(),
                a.discriminationInTrade(),
                documentsDueOn,
                a.documentsReceivedOn(),
                withdrawnOn,
                decidedOn);
    }
}
