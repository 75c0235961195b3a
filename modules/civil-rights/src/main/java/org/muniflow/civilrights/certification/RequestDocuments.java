package org.muniflow.civilrights.certification;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.muniflow.api.casework.Documents;
import org.muniflow.api.casework.Notice.Channel;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Delegate;
import org.muniflow.api.delegate.Offered;
import org.muniflow.civilrights.file.ApplicationFile;
import org.muniflow.civilrights.file.ApplicationFiles;
import org.muniflow.civilrights.file.Applications;
import org.muniflow.civilrights.file.DocumentRequest;
import org.muniflow.civilrights.file.DocumentType;
import org.muniflow.civilrights.file.RequiredDocuments;
import org.muniflow.civilrights.review.Keeper;
import org.muniflow.civilrights.review.LetterWords;
import org.muniflow.civilrights.review.Letters;

/** Asks the firm for the missing documents by the director's deadline (KCMO Code § 3-461(g)). */
@Offered(title = "Request documents", cites = "KCMO Code § 3-461(g)")
final class RequestDocuments implements Delegate<RequestDocuments.Input, RequestDocuments.Output> {

    private final ApplicationFiles files;
    private final Applications applications;
    private final Documents documents;
    private final Letters letters;

    RequestDocuments(ApplicationFiles files, Applications applications, Documents documents, Letters letters) {
        this.files = files;
        this.applications = applications;
        this.documents = documents;
        this.letters = letters;
    }

    /**
     * What it reads.
     *
     * @param applicationId the application
     * @param documentsDueOn the director's deadline
     */
    record Input(String applicationId, LocalDate documentsDueOn) {}

    /**
     * What it writes.
     *
     * @param documentsRequestedOn the day of the request
     */
    record Output(LocalDate documentsRequestedOn) {}

    @Override
    public Output execute(Input input, CaseContext context) {
        ApplicationFile file = files.load(input.applicationId());
        List<DocumentType> asked = file.requests().stream()
                .filter(request -> request.receivedOn() == null)
                .map(DocumentRequest::documentType)
                .toList();
        List<DocumentType> missing =
                missing(file).stream().filter(type -> !asked.contains(type)).toList();
        applications.requestDocuments(
                input.applicationId(), missing, context.today(), input.documentsDueOn(), Keeper.by(context));
        List<String> titles = Stream.concat(asked.stream(), missing.stream())
                .distinct()
                .map(type -> LetterWords.of(type, type.title(), file.firm().letterLanguage()))
                .toList();
        letters.send(
                context,
                "documents-request",
                "Documents requested",
                Channel.MAIL,
                file.firm(),
                Letters.to(file.firm())
                        .with("receivedOn", file.application().receivedOn())
                        .with("documents", titles)
                        .with("documentsDueOn", input.documentsDueOn()),
                "KCMO Code § 3-461(g)",
                null);
        return new Output(context.today());
    }

    private List<DocumentType> missing(ApplicationFile file) {
        List<String> present = documents.ofRecord(file.application().id()).stream()
                .map(Documents.StoredDocument::type)
                .toList();
        List<DocumentType> missing = RequiredDocuments.missing(file, present);
        boolean asked = file.requests().stream().anyMatch(request -> request.receivedOn() == null);
        return missing.isEmpty() && !asked ? List.of(DocumentType.OTHER) : missing;
    }
}
