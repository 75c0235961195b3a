package org.muniflow.casework.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.Notice.Channel;
import org.muniflow.api.casework.SentNotice;

/**
 * A notice as the outbox holds it.
 *
 * @param id the notice's id
 * @param module the module that sends it
 * @param caseNumber the case
 * @param processKey the case's process
 * @param letterKey the letter
 * @param subject one line for lists
 * @param channel how it travels
 * @param toName the addressee
 * @param toAddress the postal address in lines
 * @param toEmail the e-mail address; null if none
 * @param cites the sections on which it rests
 * @param clockOnReceipt the clock that receipt starts; null if none
 * @param documentId the PDF in the document store
 * @param state where it is
 * @param letterOn the date printed on the letter
 * @param mailedOn when it was given to the post or mail server; null before
 * @param articleNumber the certified-mail article number; null if none
 * @param receivedOn the date on the return receipt; null while unknown
 * @param returnedOn when it came back undelivered; null if it did not
 * @param messageId the e-mail's Message-ID, the same at every try
 * @param attempts how often sending was tried
 * @param sendingSince when the unfinished try began; null if none
 * @param lastError why the last try failed; null if it did not
 * @param possiblyTwice whether a try ended without word, so that the addressee may have two copies
 * @param language the language of the letter
 * @param inboxOf the case in whose portal inbox it is shown; null if in none
 * @param firstReadAt when it was first read there; null before
 * @param print how it was printed; null before
 * @param decision what was decided without proof of receipt; null if nothing was
 */
record OutboxNotice(
        String id,
        String module,
        String caseNumber,
        String processKey,
        String letterKey,
        String subject,
        Channel channel,
        String toName,
        List<String> toAddress,
        @Nullable String toEmail,
        String cites,
        @Nullable String clockOnReceipt,
        String documentId,
        State state,
        LocalDate letterOn,
        @Nullable LocalDate mailedOn,
        @Nullable String articleNumber,
        @Nullable LocalDate receivedOn,
        @Nullable LocalDate returnedOn,
        String messageId,
        int attempts,
        @Nullable Instant sendingSince,
        @Nullable String lastError,
        boolean possiblyTwice,
        String language,
        @Nullable String inboxOf,
        @Nullable Instant firstReadAt,
        @Nullable Print print,
        @Nullable ReceiptDecision decision) {

    /**
     * The printing of a letter.
     *
     * @param at when
     * @param by by whom
     * @param run the id of the run that printed it
     */
    record Print(Instant at, String by, String run) {}

    /** Where a notice is. */
    enum State {
        /** Waits for the print room or the mail server. */
        QUEUED,
        /** Given to the post or accepted by the mail server. */
        SENT,
        /** The return receipt came back. */
        RECEIVED,
        /** The post brought it back undelivered. */
        RETURNED,
        /** Taken back before it was sent, since its case was void. */
        WITHDRAWN
    }

    SentNotice asSent() {
        return new SentNotice(
                id,
                caseNumber,
                letterKey,
                subject,
                channel,
                state.name(),
                mailedOn,
                receivedOn,
                articleNumber,
                documentId);
    }
}
