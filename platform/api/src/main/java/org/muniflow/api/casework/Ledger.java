package org.muniflow.api.casework;

import java.time.LocalDate;

/** The ledger of the clocks of cases. Call this; the platform implements it. */
public interface Ledger {

    /**
     * Tells whether an act was in time for a clock of a case, by the date of the act and not by the day on which somebody
     * keys it in. When the clock has already run out without the act, a timely act settles it as met, "keyed late"; the
     * caller then lets the case go on where the act belongs.
     *
     * @param caseNumber the case
     * @param clockId the clock, for example {@code C-105}; the latest of that id counts
     * @param actOn the date of the act: receipt or filing
     * @return true if the act is not after the clock's last day
     * @throws IllegalArgumentException when no such clock has been started on the case
     */
    boolean timelyAct(String caseNumber, String clockId, LocalDate actOn);
}
