package org.muniflow.portal.application;

import org.jspecify.annotations.Nullable;
import org.muniflow.casework.inbox.Inbox;
import org.springframework.stereotype.Component;

/** Codes to the inboxes of the city. A case that has a code gets no second one this way: it could be somebody else's. */
@Component
final class InboxCodes implements AccessCodes {

    private static final String BY = "portal";

    private final Inbox inbox;

    InboxCodes(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public @Nullable String give(String caseNumber) {
        return inbox.codeSince(caseNumber).isPresent() ? null : inbox.newCode(caseNumber, BY);
    }
}
