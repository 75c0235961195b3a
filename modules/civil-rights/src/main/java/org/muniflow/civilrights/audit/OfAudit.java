package org.muniflow.civilrights.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How an audit began.
 *
 * @param applicationId the application
 * @param auditFacilitated whether the firm facilitates it; null for no
 * @param auditStartedOn the day on which it began at the firm; null if it did not
 * @param refusalReason what the firm refused and why; null if it did not
 */
record OfAudit(
        String applicationId,
        @Nullable Boolean auditFacilitated,
        @Nullable LocalDate auditStartedOn,
        @Nullable String refusalReason) {

    boolean facilitated() {
        return Boolean.TRUE.equals(auditFacilitated);
    }
}
