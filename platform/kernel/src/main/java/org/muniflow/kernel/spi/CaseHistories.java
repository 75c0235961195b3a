package org.muniflow.kernel.spi;

import java.util.Collection;

/**
 * The engine's history of cases, its working copy of what happened, and when it may go. Call this in a transaction; it is a
 * Spring bean.
 */
public interface CaseHistories {

    /**
     * Takes away the day on which the engine's clean-up would remove the history of cases.
     *
     * @param caseNumbers the cases
     */
    void keep(Collection<String> caseNumbers);

    /**
     * Sets the day anew, as the models say: the end of the case and the time to live.
     *
     * @param caseNumber the case; one that has not ended gets its day at its end
     */
    void release(String caseNumber);

    /**
     * Deletes the history of an ended case.
     *
     * @param caseNumber the case
     * @throws StepRefused when the case is held
     */
    void delete(String caseNumber);
}
