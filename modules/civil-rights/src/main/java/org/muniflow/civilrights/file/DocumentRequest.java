package org.muniflow.civilrights.file;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document that the department asked for (KCMO Code § 3-461(g)).
 *
 * @param id the id
 * @param applicationId the application
 * @param documentType the type
 * @param ownerId the owner whom it concerns; null for the firm
 * @param requestedOn when it was asked for
 * @param dueOn the director's deadline; null if none
 * @param receivedOn when it came; null before
 */
public record DocumentRequest(
        String id,
        String applicationId,
        DocumentType documentType,
        @Nullable String ownerId,
        LocalDate requestedOn,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate receivedOn) {}
