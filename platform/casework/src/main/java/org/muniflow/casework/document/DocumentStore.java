package org.muniflow.casework.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.muniflow.api.casework.Documents;
import org.muniflow.api.casework.Documents.NewDocument;
import org.muniflow.api.casework.Documents.StoredDocument;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The document store of the whole city: content on disk, a row for each document in the present transaction.
 * Thread-safe.
 */
public final class DocumentStore {

    private static final String KEY = "[A-Za-z0-9][A-Za-z0-9._-]*";

    private final Vault vault;
    private final DocumentRows rows;
    private final ContentCheck contents = new ContentCheck();
    private final DocumentSettings settings;
    private final Clock clock;

    DocumentStore(JdbcClient jdbc, DocumentSettings settings, Clock clock) {
        this.vault = new Vault(settings.folder());
        this.rows = new DocumentRows(jdbc);
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Returns a module's view of the store.
     *
     * @param module the module's name
     * @return its documents
     */
    public Documents forModule(String module) {
        return new ModuleDocuments(module);
    }

    /**
     * Finds a document.
     *
     * @param id the document's id
     * @return the document with the module that stored it, or empty
     */
    public Optional<Found> find(String id) {
        return rows.find(id).map(row -> new Found(row.module(), row.document()));
    }

    /**
     * Returns the documents on a case, oldest first.
     *
     * @param caseNumber the case number
     * @return the documents; may be empty
     */
    public List<StoredDocument> ofCase(String caseNumber) {
        return rows.ofCase(caseNumber);
    }

    /** Returns the documents on a case with the modules that stored them, oldest first. */
    List<Found> foundOnCase(String caseNumber) {
        return rows.onCase(caseNumber).stream()
                .map(row -> new Found(row.module(), row.document()))
                .toList();
    }

    /**
     * Opens a document's content.
     *
     * @param document the document
     * @return its bytes; the caller closes
     * @throws UncheckedIOException when the file cannot be read; the message names the document
     */
    public InputStream open(StoredDocument document) {
        try {
            return vault.open(document.sha256());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The content of document " + document.id() + " cannot be read from " + settings.folder(), e);
        }
    }

    private StoredDocument store(String module, NewDocument description, InputStream content) {
        requireKey("record", description.recordId());
        requireKey("document type", description.type());
        if (description.receivedOn().isAfter(LocalDate.now(clock))) {
            throw new IllegalArgumentException("The date of receipt " + description.receivedOn()
                    + " is in the future; give the day on which the city received the document");
        }
        FileName name = FileName.of(description.fileName());
        try (Vault.Draft draft = vault.draft(content, settings.maxSize().toBytes())) {
            AcceptedType type = contents.check(name, draft.file());
            vault.keep(draft);
            StoredDocument stored = new StoredDocument(
                    UUID.randomUUID().toString(),
                    description.recordId(),
                    description.caseNumber(),
                    description.type(),
                    name.value(),
                    type.mediaType(),
                    draft.size(),
                    draft.sha256(),
                    description.receivedOn(),
                    description.confidential(),
                    description.storedBy());
            rows.insert(module, stored, clock.instant());
            return stored;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "A document of record " + description.recordId() + " cannot be written to " + settings.folder()
                            + "; check the disk",
                    e);
        }
    }

    private static void requireKey(String what, String value) {
        if (!value.matches(KEY) || value.length() > 100) {
            throw new IllegalArgumentException("The " + what + " '" + value
                    + "' is not an id; use letters, digits, dot, hyphen and underscore, at most 100");
        }
    }

    /**
     * A document and whose it is.
     *
     * @param module the module that stored it
     * @param document the document
     */
    public record Found(String module, StoredDocument document) {}

    private final class ModuleDocuments implements Documents {

        private final String module;

        ModuleDocuments(String module) {
            this.module = module;
        }

        @Override
        public StoredDocument store(NewDocument document, InputStream content) {
            return DocumentStore.this.store(module, document, content);
        }

        @Override
        public List<StoredDocument> ofRecord(String recordId) {
            return rows.ofRecord(module, recordId);
        }

        @Override
        public void attach(String recordId, String caseNumber) {
            rows.attach(module, recordId, caseNumber);
        }
    }
}
