package org.muniflow.casework.document;

import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.muniflow.api.casework.Documents;
import org.muniflow.casework.document.DocumentStore.Found;

/** The store as one module sees it: its own documents. */
final class ModuleDocuments implements Documents {

    private final DocumentStore store;
    private final DocumentRows rows;
    private final CaseAccess access;
    private final String module;

    ModuleDocuments(DocumentStore store, DocumentRows rows, CaseAccess access, String module) {
        this.store = store;
        this.rows = rows;
        this.access = access;
        this.module = module;
    }

    @Override
    public StoredDocument store(NewDocument document, InputStream content) {
        return store.store(module, document, content);
    }

    @Override
    public StoredDocument replace(String documentId, NewVersion version, InputStream content) {
        Found former = rows.find(documentId)
                .filter(this::isOwn)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no document " + documentId + " of this department; check the id"));
        return store.replace(former, version, content);
    }

    @Override
    public List<StoredDocument> ofRecord(String recordId) {
        return newest(recordId).map(Found::document).toList();
    }

    @Override
    public List<StoredDocument> readable(String recordId, Set<String> groups) {
        return newest(recordId)
                .map(Found::document)
                .filter(document -> access.mayRead(groups, module, document))
                .toList();
    }

    @Override
    public List<StoredDocument> versions(String documentId) {
        return rows.find(documentId)
                .filter(this::isOwn)
                .map(found -> rows.versions(found.seriesId()).stream()
                        .map(Found::document)
                        .toList())
                .orElse(List.of());
    }

    @Override
    public void attach(String recordId, String caseNumber) {
        rows.attach(module, recordId, caseNumber);
    }

    private Stream<Found> newest(String recordId) {
        return Filed.of(rows.ofRecord(module, recordId)).stream().map(Filed::newest);
    }

    private boolean isOwn(Found found) {
        return found.module().equals(module) && found.disposedAt() == null;
    }
}
