package org.muniflow.casework.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.Documents;
import org.muniflow.api.casework.Documents.NewDocument;
import org.muniflow.api.casework.Documents.NewVersion;
import org.muniflow.api.casework.Documents.StoredDocument;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The document store of the whole city: content on disk, a row for each version of a document in the present
 * transaction. It knows no persons: who hands something out asks {@link CaseAccess} first. Thread-safe.
 */
public final class DocumentStore {

    private static final String KEY = "[A-Za-z0-9][A-Za-z0-9._-]*";
    private static final int LONGEST_REASON = 1000;

    private final Vault vault;
    private final DocumentRows rows;
    private final ContentCheck contents = new ContentCheck();
    private final DocumentSettings settings;
    private final CaseAccess access;
    private final Clock clock;

    DocumentStore(JdbcClient jdbc, DocumentSettings settings, CaseAccess access, Clock clock) {
        this.vault = new Vault(settings.folder());
        this.rows = new DocumentRows(jdbc);
        this.settings = settings;
        this.access = access;
        this.clock = clock;
    }

    /**
     * A version of a document and what the store knows of it.
     *
     * @param module the module that stored it
     * @param document the version
     * @param seriesId the document whose version it is: the id of its first version
     * @param newest whether there is no newer version
     * @param why why it replaced the version before; null for the first
     * @param storedAt when it was stored
     * @param disposedAt when its content was destroyed; null while it is kept
     */
    public record Found(
            String module,
            StoredDocument document,
            String seriesId,
            boolean newest,
            @Nullable String why,
            OffsetDateTime storedAt,
            @Nullable OffsetDateTime disposedAt) {

        /**
         * Tells whether the document is for everybody who may see its case.
         *
         * @return false when it is closed as a public record or in a compartment
         */
        public boolean isForEverybody() {
            return !document.confidential() && document.compartment() == null;
        }
    }

    /**
     * Returns a module's view of the store.
     *
     * @param module the module's name
     * @return its documents
     */
    public Documents forModule(String module) {
        return new ModuleDocuments(this, rows, access, module);
    }

    /**
     * Finds a version of a document, also one that was disposed of.
     *
     * @param id the version's id
     * @return the version, or empty
     */
    public Optional<Found> find(String id) {
        return rows.find(id);
    }

    /**
     * Returns the documents on a case, in the order in which they first came.
     *
     * @param caseNumber the case number
     * @return the newest version of each; may be empty
     */
    public List<StoredDocument> ofCase(String caseNumber) {
        return filedOnCase(caseNumber).stream()
                .map(filed -> filed.newest().document())
                .toList();
    }

    /** Returns the documents on a case with their former versions. */
    List<Filed> filedOnCase(String caseNumber) {
        return Filed.of(rows.onCase(caseNumber));
    }

    /** Returns the documents of a case and of the record that it is about, with their former versions. */
    List<Filed> onFile(String caseNumber, String module, String recordId) {
        return Filed.of(recordId.isBlank() ? rows.onCase(caseNumber) : rows.onFile(caseNumber, module, recordId));
    }

    /** Returns all versions of a document, newest first. */
    List<Found> versions(Found version) {
        return rows.versions(version.seriesId());
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

    StoredDocument store(String module, NewDocument description, InputStream content) {
        requireKey("record", description.recordId());
        requireKey("document type", description.type());
        requirePast(description.receivedOn());
        String compartment = description.compartment();
        if (compartment != null && access.compartment(module, compartment).isEmpty()) {
            throw new IllegalArgumentException(
                    "The department has no compartment '" + compartment + "'; choose one that its module declares");
        }
        String id = UUID.randomUUID().toString();
        return keep(FileName.of(description.fileName()), content, description.recordId(), (name, type, draft) -> {
            StoredDocument stored = new StoredDocument(
                    id,
                    description.recordId(),
                    description.caseNumber(),
                    description.type(),
                    name.value(),
                    type.mediaType(),
                    draft.size(),
                    draft.sha256(),
                    description.receivedOn(),
                    description.storedBy(),
                    1,
                    description.closedUnder(),
                    compartment);
            rows.insert(module, stored, id, null, clock.instant());
            return stored;
        });
    }

    /** Stores a version after a former one; the present transaction has to span both writings. */
    StoredDocument replace(Found former, NewVersion version, InputStream content) {
        String why = version.reason().strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw new IllegalArgumentException(
                    "Say in one sentence why there is a newer version, in at most " + LONGEST_REASON + " characters");
        }
        requirePast(version.receivedOn());
        StoredDocument before = former.document();
        return keep(FileName.of(version.fileName()), content, before.recordId(), (name, type, draft) -> {
            StoredDocument stored = new StoredDocument(
                    UUID.randomUUID().toString(),
                    before.recordId(),
                    before.caseNumber(),
                    before.type(),
                    name.value(),
                    type.mediaType(),
                    draft.size(),
                    draft.sha256(),
                    version.receivedOn(),
                    version.storedBy(),
                    before.version() + 1,
                    before.closedUnder(),
                    before.compartment());
            if (!rows.supersede(former)) {
                throw new IllegalArgumentException(
                        "There is a newer version of this document already; look at it first, then replace that one");
            }
            rows.insert(former.module(), stored, former.seriesId(), why, clock.instant());
            return stored;
        });
    }

    @FunctionalInterface
    private interface Kept {
        StoredDocument insert(FileName name, AcceptedType type, Vault.Draft draft);
    }

    private StoredDocument keep(FileName name, InputStream content, String recordId, Kept row) {
        try (Vault.Draft draft = vault.draft(content, settings.maxSize().toBytes())) {
            AcceptedType type = contents.check(name, draft.file());
            vault.keep(draft);
            return row.insert(name, type, draft);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "A document of record " + recordId + " cannot be written to " + settings.folder()
                            + "; check the disk",
                    e);
        }
    }

    private void requirePast(LocalDate receivedOn) {
        if (receivedOn.isAfter(LocalDate.now(clock))) {
            throw new IllegalArgumentException("The date of receipt " + receivedOn
                    + " is in the future; give the day on which the city received the document");
        }
    }

    private static void requireKey(String what, String value) {
        if (!value.matches(KEY) || value.length() > 100) {
            throw new IllegalArgumentException("The " + what + " '" + value
                    + "' is not an id; use letters, digits, dot, hyphen and underscore, at most 100");
        }
    }
}
