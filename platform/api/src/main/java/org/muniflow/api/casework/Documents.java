package org.muniflow.api.casework;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content-addressed document store. Documents hang on a record (the application, the lease) and, once there is one,
 * on its case. Call this; the platform implements it.
 */
public interface Documents {

    /**
     * A document about to be stored.
     *
     * @param recordId the record to which it belongs
     * @param caseNumber the case; null before there is one
     * @param type the document type of the module, for example {@code TAX_RETURN_FEDERAL_BUSINESS}
     * @param fileName the file's name as given; the platform makes it safe
     * @param receivedOn the date on which the city received it
     * @param confidential whether it is confidential business information (KCMO Code § 3-461(p))
     * @param storedBy the user or the outside sender
     */
    record NewDocument(
            String recordId,
            @Nullable String caseNumber,
            String type,
            String fileName,
            LocalDate receivedOn,
            boolean confidential,
            String storedBy) {}

    /**
     * A stored document.
     *
     * @param id the id
     * @param recordId the record
     * @param caseNumber the case; null if none
     * @param type the type
     * @param fileName the safe file name
     * @param mediaType the media type found in the content
     * @param size the size in bytes
     * @param sha256 the hash of the content in hexadecimal
     * @param receivedOn the date on which the city received it
     * @param confidential whether it is confidential
     * @param storedBy who stored it
     */
    record StoredDocument(
            String id,
            String recordId,
            @Nullable String caseNumber,
            String type,
            String fileName,
            String mediaType,
            long size,
            String sha256,
            LocalDate receivedOn,
            boolean confidential,
            String storedBy) {}

    /**
     * Stores a document.
     *
     * @param document its description
     * @param content its bytes; read to the end, not closed
     * @return the stored document
     * @throws IllegalArgumentException when the content is empty, too large or of a type that is not accepted; the
     *     message says what is accepted
     */
    StoredDocument store(NewDocument document, InputStream content);

    /**
     * Returns a record's documents, oldest first.
     *
     * @param recordId the record
     * @return the documents; may be empty
     */
    List<StoredDocument> ofRecord(String recordId);

    /**
     * Puts a record's documents that have no case yet on a case.
     *
     * @param recordId the record
     * @param caseNumber the case
     */
    void attach(String recordId, String caseNumber);
}
