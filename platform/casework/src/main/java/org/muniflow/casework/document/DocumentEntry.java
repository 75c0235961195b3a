package org.muniflow.casework.document;

import java.time.LocalDate;
import org.muniflow.api.casework.Documents.StoredDocument;

/**
 * A document as the web interface lists it.
 *
 * @param id the id
 * @param type the document type
 * @param fileName the file's name
 * @param mediaType the media type found in the content
 * @param size the size in bytes
 * @param receivedOn the date on which the city received it
 * @param confidential whether it is confidential business information
 * @param storedBy who stored it
 * @param address where its content is
 */
record DocumentEntry(
        String id,
        String type,
        String fileName,
        String mediaType,
        long size,
        LocalDate receivedOn,
        boolean confidential,
        String storedBy,
        String address) {

    static DocumentEntry of(StoredDocument document) {
        return new DocumentEntry(
                document.id(),
                document.type(),
                document.fileName(),
                document.mediaType(),
                document.size(),
                document.receivedOn(),
                document.confidential(),
                document.storedBy(),
                "/api/documents/" + document.id());
    }
}
