package org.muniflow.api.casework;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The content-addressed document store. Documents hang on a record (the application, the lease) and, once there is one,
 * on its case. A newer version keeps the older ones. Call this; the platform implements it.
 */
public interface Documents {

    /** The section under which confidential business information is closed as a public record. */
    String CONFIDENTIAL_BUSINESS_INFORMATION = "KCMO Code § 3-461(p)";

    /**
     * A document about to be stored.
     *
     * @param recordId the record to which it belongs
     * @param caseNumber the case; null before there is one
     * @param type the document type of the module, for example {@code TAX_RETURN_FEDERAL_BUSINESS}
     * @param fileName the file's name as given; the platform makes it safe
     * @param receivedOn the date on which the city received it
     * @param closedUnder the section that closes it as a public record; null when it is open
     * @param compartment the compartment to which it belongs, as the module declares it; null for none
     * @param storedBy the user or the outside sender
     */
    record NewDocument(
            String recordId,
            @Nullable String caseNumber,
            String type,
            String fileName,
            LocalDate receivedOn,
            @Nullable String closedUnder,
            @Nullable String compartment,
            String storedBy) {

        /**
         * Describes a document of no compartment.
         *
         * @param recordId the record to which it belongs
         * @param caseNumber the case; null before there is one
         * @param type the document type of the module
         * @param fileName the file's name as given
         * @param receivedOn the date on which the city received it
         * @param confidential whether it is confidential business information (KCMO Code § 3-461(p)) and so closed
         * @param storedBy the user or the outside sender
         */
        public NewDocument(
                String recordId,
                @Nullable String caseNumber,
                String type,
                String fileName,
                LocalDate receivedOn,
                boolean confidential,
                String storedBy) {
            this(
                    recordId,
                    caseNumber,
                    type,
                    fileName,
                    receivedOn,
                    confidential ? CONFIDENTIAL_BUSINESS_INFORMATION : null,
                    null,
                    storedBy);
        }

        /**
         * Returns whether it is closed as a public record.
         *
         * @return true if so
         */
        public boolean confidential() {
            return closedUnder != null;
        }
    }

    /**
     * A newer version of a document. Type, case, compartment and mark are those of the former version.
     *
     * @param fileName the file's name as given; the platform makes it safe
     * @param receivedOn the date on which the city received it
     * @param reason why there is a newer version, in one sentence
     * @param storedBy the user or the outside sender
     */
    record NewVersion(String fileName, LocalDate receivedOn, String reason, String storedBy) {}

    /**
     * A stored document: one version of it.
     *
     * @param id the id of this version
     * @param recordId the record
     * @param caseNumber the case; null if none
     * @param type the type
     * @param fileName the safe file name
     * @param mediaType the media type found in the content
     * @param size the size in bytes
     * @param sha256 the hash of the content in hexadecimal
     * @param receivedOn the date on which the city received it
     * @param storedBy who stored it
     * @param version the number of the version, from 1
     * @param closedUnder the section that closes it as a public record; null when it is open
     * @param compartment the compartment to which it belongs; null for none
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
            String storedBy,
            int version,
            @Nullable String closedUnder,
            @Nullable String compartment) {

        /**
         * Describes the first version of a document of no compartment.
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
         * @param confidential whether it is confidential business information (KCMO Code § 3-461(p)) and so closed
         * @param storedBy who stored it
         */
        public StoredDocument(
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
                String storedBy) {
            this(
                    id,
                    recordId,
                    caseNumber,
                    type,
                    fileName,
                    mediaType,
                    size,
                    sha256,
                    receivedOn,
                    storedBy,
                    1,
                    confidential ? CONFIDENTIAL_BUSINESS_INFORMATION : null,
                    null);
        }

        /**
         * Returns whether it is closed as a public record; then it is read by those who work on such cases only.
         *
         * @return true if so
         */
        public boolean confidential() {
            return closedUnder != null;
        }
    }

    /**
     * Stores a document.
     *
     * @param document its description
     * @param content its bytes; read to the end, not closed
     * @return the stored document
     * @throws IllegalArgumentException when the content is empty, too large or of a type that is not accepted, or the
     *     module declares no such compartment; the message says what is accepted
     */
    StoredDocument store(NewDocument document, InputStream content);

    /**
     * Stores a newer version of a document of this module; the former ones stay as they are.
     *
     * @param documentId the newest version so far
     * @param version what is new
     * @param content its bytes; read to the end, not closed
     * @return the new version
     * @throws IllegalArgumentException when there is no such document or it was replaced meanwhile, when no reason is
     *     given, or the content is refused
     */
    StoredDocument replace(String documentId, NewVersion version, InputStream content);

    /**
     * Returns a record's documents, each in its newest version, in the order in which they first came. For rules and
     * steps, which have to count all of them; what a page shows comes from {@link #readable}.
     *
     * @param recordId the record
     * @return the documents; may be empty
     */
    List<StoredDocument> ofRecord(String recordId);

    /**
     * Returns those of a record's documents that somebody may read, by case, compartment and mark.
     *
     * @param recordId the record
     * @param groups the person's groups
     * @return the documents, each in its newest version; may be empty
     */
    List<StoredDocument> readable(String recordId, Set<String> groups);

    /**
     * Returns all versions of a document of this module.
     *
     * @param documentId any version of it
     * @return the versions, newest first; empty when there is no such document
     */
    List<StoredDocument> versions(String documentId);

    /**
     * Puts a record's documents that have no case yet on a case.
     *
     * @param recordId the record
     * @param caseNumber the case
     */
    void attach(String recordId, String caseNumber);
}
