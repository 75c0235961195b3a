package org.muniflow.portal.application;

import org.jspecify.annotations.Nullable;

/** Gives the sender of an application the code to its portal inbox. */
@FunctionalInterface
interface AccessCodes {

    /**
     * Gives a code in the transaction of the submission.
     *
     * @param caseNumber the case that the submission started
     * @return the code; null when the case has one already, which then stays in force
     */
    @Nullable
    String give(String caseNumber);
}
