package org.muniflow.casework.notice;

import java.time.LocalDate;

/**
 * What was decided about a certified letter of which no proof of receipt came. No clock starts without it (reading A-09).
 *
 * @param kind what was decided
 * @param by who decided
 * @param on the day of the decision
 * @param reason why
 */
record ReceiptDecision(Kind kind, String by, LocalDate on, String reason) {

    /** The decisions. */
    enum Kind {
        /** The letter is mailed once more; the clock waits for that receipt. */
        MAIL_AGAIN,
        /** The letter counts as received on a day that the decision names; the clock runs from it. */
        TAKE_AS_RECEIVED,
        /** The letter was not received; no clock runs. */
        NOT_RECEIVED
    }
}
