package org.muniflow.api.casework;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A notice in the outbox.
 *
 * @param id the notice's id
 * @param caseNumber the case
 * @param letterKey the letter
 * @param subject the subject line
 * @param channel how it travels
 * @param state QUEUED, SENT, RECEIVED or RETURNED
 * @param mailedOn when it was given to the post or mail server; null before
 * @param receivedOn the date on the return receipt; null while unknown (T-12)
 * @param articleNumber the certified-mail article number; null if none
 * @param documentId the rendered PDF in the document store
 */
public record SentNotice(
        String id,
        String caseNumber,
        String letterKey,
        String subject,
        Notice.Channel channel,
        String state,
        @Nullable LocalDate mailedOn,
        @Nullable LocalDate receivedOn,
        @Nullable String articleNumber,
        String documentId) {}
