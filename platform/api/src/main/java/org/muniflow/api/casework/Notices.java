package org.muniflow.api.casework;

import java.util.List;

/**
 * The outbox of notices. A letter's text is that of the version that sends it. Call this; the platform implements it.
 */
public interface Notices {

    /**
     * Renders a notice and puts it into the outbox in the present transaction.
     *
     * @param notice the notice
     * @return the notice's id
     * @throws IllegalArgumentException when the letter is unknown, a value it needs is missing, or the address does not
     *     fit the channel; the message names what is missing
     */
    String send(Notice notice);

    /**
     * Returns a case's notices, oldest first.
     *
     * @param caseNumber the case number
     * @return the notices; may be empty
     */
    List<SentNotice> ofCase(String caseNumber);
}
