package org.muniflow.casework.inbox;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A letter as its addressee finds it in the inbox.
 *
 * @param id the notice's id
 * @param caseNumber the case that sent it
 * @param subject what it is about
 * @param language the language in which it is written
 * @param letterOn the date printed on it
 * @param certified whether it also goes by certified mail
 * @param startsClock whether its receipt by certified mail starts a time limit
 * @param takenBack whether the city took it back before it was sent
 * @param documentId the PDF in the document store
 * @param firstReadAt when it was first read here; null before
 */
public record InboxLetter(
        String id,
        String caseNumber,
        String subject,
        String language,
        LocalDate letterOn,
        boolean certified,
        boolean startsClock,
        boolean takenBack,
        String documentId,
        @Nullable Instant firstReadAt) {}
