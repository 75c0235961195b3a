package org.muniflow.casework.document;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The documents of a case that somebody may read. A document that the person may not read is not counted either. */
public final class CaseDocumentLists {

    private final DocumentStore store;
    private final CaseAccess access;

    CaseDocumentLists(DocumentStore store, CaseAccess access) {
        this.store = store;
        this.access = access;
    }

    /**
     * Returns the documents of a case and of the record that it is about.
     *
     * @param caseNumber the case
     * @param processKey its process
     * @param recordId the record; empty if none
     * @param groups the person's groups
     * @return the documents with their former versions, in the order in which they first came
     */
    public List<Filed> onFile(String caseNumber, String processKey, String recordId, Set<String> groups) {
        return access.moduleOf(processKey).map(module -> store.onFile(caseNumber, module, recordId)).stream()
                .flatMap(List::stream)
                .filter(filed -> mayRead(filed.newest(), groups))
                .toList();
    }

    /** Returns the documents on a case. */
    List<Filed> onCase(String caseNumber, Set<String> groups) {
        return store.filedOnCase(caseNumber).stream()
                .filter(filed -> mayRead(filed.newest(), groups))
                .toList();
    }

    /**
     * Finds a version of a document that somebody may read.
     *
     * @param id the version's id
     * @param groups the person's groups
     * @return the version; empty when there is none, it was disposed of, or it is not for this person, which looks the same
     */
    public Optional<DocumentStore.Found> find(String id, Set<String> groups) {
        return store.find(id).filter(found -> mayRead(found, groups));
    }

    private boolean mayRead(DocumentStore.Found found, Set<String> groups) {
        return found.disposedAt() == null && access.mayRead(groups, found.module(), found.document());
    }
}
