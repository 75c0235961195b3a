package org.muniflow.casework.notice;

import java.util.List;
import org.muniflow.casework.notice.OutboxNotice.State;

/** The letters of a case that wait to be sent. Call this; it is a Spring bean. */
public final class UnsentLetters {

    private final Outbox outbox;

    UnsentLetters(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * Returns what waits to be sent.
     *
     * @param caseNumber the case
     * @return the letters' subjects, oldest first; may be empty
     */
    public List<String> ofCase(String caseNumber) {
        return outbox.ofCase(caseNumber).stream()
                .filter(notice -> notice.state() == State.QUEUED)
                .map(OutboxNotice::subject)
                .toList();
    }

    /**
     * Takes back what waits to be sent, in the present transaction. An e-mail that is being sent at this moment cannot be
     * taken back.
     *
     * @param caseNumber the case
     * @return how many letters were taken back
     */
    public int withdraw(String caseNumber) {
        return outbox.withdraw(caseNumber);
    }
}
