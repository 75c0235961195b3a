package org.muniflow.casework.document;

import java.io.InputStream;
import java.util.Objects;
import java.util.function.Supplier;
import org.muniflow.api.casework.Cases;
import org.muniflow.api.casework.Documents.NewDocument;
import org.muniflow.api.casework.Documents.NewVersion;
import org.muniflow.api.casework.Documents.StoredDocument;
import org.muniflow.api.casework.Journal;
import org.muniflow.casework.document.DocumentStore.Found;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What staff do with the documents of a case, each with a line in its journal. Whoever may see the case sees the journal:
 * of what is not for everybody it says that something was done, and neither kind nor name nor reason.
 */
final class CaseDocuments {

    private static final String HIDDEN = "A document that is not for everybody who may see the case";

    private final DocumentStore store;
    private final DocumentMarks marks;
    private final CaseAccess access;
    private final Supplier<Cases> cases;
    private final Journal journal;
    private final TransactionOperations transactions;

    CaseDocuments(
            DocumentStore store,
            DocumentMarks marks,
            CaseAccess access,
            Supplier<Cases> cases,
            Journal journal,
            TransactionOperations transactions) {
        this.store = store;
        this.marks = marks;
        this.access = access;
        this.cases = cases;
        this.journal = journal;
        this.transactions = transactions;
    }

    /** Returns the record that a case is about; the case number when it is about none. */
    String recordOf(String caseNumber) {
        return cases.get()
                .find(caseNumber)
                .map(Cases.CaseFile::recordId)
                .filter(recordId -> !recordId.isBlank())
                .orElse(caseNumber);
    }

    /** Returns the module whose case it is. */
    String moduleOf(String caseNumber) {
        return access.processOf(caseNumber)
                .flatMap(access::moduleOf)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Case " + caseNumber + " belongs to no department of this city; check the case number"));
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
        String module = moduleOf(caseNumber);
        StoredDocument stored = transactions.execute(status -> {
            StoredDocument kept = store.forModule(module).store(document, content);
            boolean everybody = kept.compartment() == null && !kept.confidential();
            journal.write(
                    caseNumber,
                    kept.recordId(),
                    everybody
                            ? "Document " + kept.type() + " received on " + kept.receivedOn() + " was added."
                            : HIDDEN + " was added.",
                    "");
            return kept;
        });
        return Objects.requireNonNull(stored);
    }

    /**
     * Stores a newer version.
     *
     * @param former the newest version so far
     * @param version what is new
     * @param content its bytes
     * @return the new version
     * @throws IllegalArgumentException when the content is refused or somebody else was faster
     */
    StoredDocument replace(Found former, NewVersion version, InputStream content) {
        StoredDocument stored = transactions.execute(status -> {
            StoredDocument kept = store.replace(former, version, content);
            note(
                    kept,
                    (former.isForEverybody() ? "Document " + kept.type() : HIDDEN) + " was replaced by version "
                            + kept.version() + "; the former is kept.",
                    "");
            return kept;
        });
        return Objects.requireNonNull(stored);
    }

    /**
     * Marks a document open or closed, or puts it into a compartment.
     *
     * @param found any version of it
     * @param mark the mark that it gets in all versions
     * @param reason why; read by those who may read the document
     * @param by who does it
     */
    void mark(Found found, DocumentMarks.Mark mark, String reason, String by) {
        transactions.executeWithoutResult(status -> {
            marks.change(found, mark, reason, by);
            StoredDocument document = found.document();
            DocumentMarks.Mark was = DocumentMarks.of(found);
            String closed = mark.closedUnder();
            if (closed != null && !closed.equals(was.closedUnder())) {
                note(document, "A document was closed as a public record under " + closed + ".", "");
            } else if (closed == null && was.closedUnder() != null) {
                note(
                        document,
                        mark.compartment() == null
                                ? "Document " + document.type() + " was opened as a public record: " + reason
                                : "A document was opened as a public record; it stays in a part of the file that is not"
                                        + " for everybody.",
                        "");
            }
            if (!Objects.equals(mark.compartment(), was.compartment())) {
                note(
                        document,
                        mark.compartment() == null
                                ? "A document was taken out of a part of the file that is not for everybody."
                                : "A document was put into a part of the file that is not for everybody.",
                        "");
            }
        });
    }

    private void note(StoredDocument document, String what, String cites) {
        journal.write(document.caseNumber(), document.recordId(), what, cites);
    }
}
