package org.muniflow.casework.document;

import java.io.InputStream;
import java.util.Objects;
import java.util.function.Supplier;
import org.muniflow.api.casework.Cases;
import org.muniflow.api.casework.Documents.NewDocument;
import org.muniflow.api.casework.Documents.StoredDocument;
import org.muniflow.api.casework.Journal;
import org.springframework.transaction.support.TransactionOperations;

/** Stores what staff add to a case, with an entry in the case's journal. */
final class CaseDocuments {

    private final DocumentStore store;
    private final CaseAccess access;
    private final Supplier<Cases> cases;
    private final Journal journal;
    private final TransactionOperations transactions;

    CaseDocuments(
            DocumentStore store,
            CaseAccess access,
            Supplier<Cases> cases,
            Journal journal,
            TransactionOperations transactions) {
        this.store = store;
        this.access = access;
        this.cases = cases;
        this.journal = journal;
        this.transactions = transactions;
    }

    /** Returns the record that a case is about; the case number when it is about none. */
    String recordOf(String caseNumber) {
        return cases.get().find(caseNumber).map(Cases.CaseFile::recordId).orElse(caseNumber);
    }

    /**
     * Stores a document on its case.
     *
     * @param document its description, with a case
     * @param content its bytes
     * @return the stored document
     * @throws IllegalArgumentException when the content is refused, or no department ever had such cases
     */
    StoredDocument store(NewDocument document, InputStream content) {
        String caseNumber = String.valueOf(document.caseNumber());
        String module = access.processOf(caseNumber)
                .flatMap(access::moduleOf)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Case " + caseNumber + " belongs to no department of this city; check the case number"));
        StoredDocument stored = transactions.execute(status -> {
            StoredDocument kept = store.forModule(module).store(document, content);
            journal.write(
                    caseNumber,
                    kept.recordId(),
                    "Document " + kept.type() + " received on " + kept.receivedOn() + " was added.",
                    "");
            return kept;
        });
        return Objects.requireNonNull(stored);
    }
}
