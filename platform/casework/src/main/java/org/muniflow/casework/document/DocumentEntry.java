package org.muniflow.casework.document;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.Documents.StoredDocument;
import org.muniflow.casework.document.DocumentStore.Found;

/**
 * A document as the web interface lists it: its newest version, with the former ones.
 *
 * @param id the id of the version
 * @param type the document type
 * @param fileName the file's name
 * @param mediaType the media type found in the content
 * @param size the size in bytes
 * @param sha256 the hash of the content
 * @param receivedOn the date on which the city received it
 * @param confidential whether it is closed as a public record
 * @param closedUnder the section that closes it; null when it is open
 * @param compartment the compartment; null for none
 * @param storedBy who stored it
 * @param storedAt when it was stored
 * @param version the number of the version
 * @param why why it replaced the version before; null for the first
 * @param address where its content is
 * @param page the page with its versions and mark; null when it is on no case
 * @param former the versions before it, newest first
 */
record DocumentEntry(
        String id,
        String type,
        String fileName,
        String mediaType,
        long size,
        String sha256,
        LocalDate receivedOn,
        boolean confidential,
        @Nullable String closedUnder,
        @Nullable String compartment,
        String storedBy,
        OffsetDateTime storedAt,
        int version,
        @Nullable String why,
        String address,
        @Nullable String page,
        List<DocumentEntry> former) {

    static DocumentEntry of(Filed filed) {
        return of(filed.newest(), filed.former().stream().map(DocumentEntry::of).toList());
    }

    static DocumentEntry of(Found version) {
        return of(version, List.of());
    }

    private static DocumentEntry of(Found version, List<DocumentEntry> former) {
        StoredDocument document = version.document();
        return new DocumentEntry(
                document.id(),
                document.type(),
                document.fileName(),
                document.mediaType(),
                document.size(),
                document.sha256(),
                document.receivedOn(),
                document.confidential(),
                document.closedUnder(),
                document.compartment(),
                document.storedBy(),
                version.storedAt(),
                document.version(),
                version.why(),
                "/api/documents/" + document.id(),
                document.caseNumber() == null
                        ? null
                        : "/cases/" + document.caseNumber() + "/documents/" + document.id(),
                former);
    }
}
