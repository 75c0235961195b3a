package org.muniflow.civilrights.certification;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.Documents;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Offered;
import org.muniflow.api.delegate.TaskGuard;
import org.muniflow.civilrights.eligibility.DiscriminationEvidence;
import org.muniflow.civilrights.file.ApplicationFile;
import org.muniflow.civilrights.file.ApplicationFiles;
import org.muniflow.civilrights.file.RequiredDocuments;

/** A file is called complete only when the required documents and the evidence of past discrimination are in it. */
@Offered(title = "Documents are checked", cites = "KCMO Code § 3-461(g); KCMO Code § 3-461(b)")
final class DocumentsChecked implements TaskGuard<DocumentsChecked.Input> {

    private final ApplicationFiles files;
    private final Documents documents;
    private final DiscriminationEvidence evidence;

    DocumentsChecked(ApplicationFiles files, Documents documents, DiscriminationEvidence evidence) {
        this.files = files;
        this.documents = documents;
        this.evidence = evidence;
    }

    /**
     * What it reads.
     *
     * @param applicationId the application
     * @param fileComplete whether the file is called complete; null for no
     */
    record Input(String applicationId, @Nullable Boolean fileComplete) {}

    @Override
    public List<String> problems(Input input, CaseContext context) {
        if (!Boolean.TRUE.equals(input.fileComplete())) {
            return List.of();
        }
        ApplicationFile file = files.load(input.applicationId());
        List<String> problems = new java.util.ArrayList<>();
        RequiredDocuments.missing(file, present(input.applicationId()))
                .forEach(type -> problems.add("Missing: " + type.title()
                        + " (KCMO Code § 3-461(g)); add it on the page Evidence, or complete the task without ticking"
                        + " that the file is complete."));
        evidence.decide(DiscriminationEvidence.Facts.of(
                        file.application().discriminationInCity(),
                        file.application().discriminationInTrade()))
                .reasons()
                .forEach(reason -> problems.add(reason.text() + " (" + reason.cites() + ")"));
        return problems;
    }

    private List<String> present(String applicationId) {
        return documents.ofRecord(applicationId).stream()
                .map(Documents.StoredDocument::type)
                .toList();
    }
}
