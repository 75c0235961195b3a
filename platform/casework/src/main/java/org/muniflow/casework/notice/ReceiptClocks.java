package org.muniflow.casework.notice;

import java.time.LocalDate;

/** Starts the clock that the receipt of a notice starts, in the ledger and in the present transaction. */
@FunctionalInterface
interface ReceiptClocks {

    /**
     * Starts a clock.
     *
     * @param caseNumber the case
     * @param clockId the clock, for example {@code C-105}
     * @param receivedOn the date on the return receipt, from which the law counts (T-12)
     */
    void start(String caseNumber, String clockId, LocalDate receivedOn);
}
