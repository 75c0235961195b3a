package org.muniflow.civilrights.finding;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An audit of a firm (KCMO Code § 3-461(e)).
 *
 * @param id the id
 * @param applicationId the application
 * @param kind on site or at the desk
 * @param scheduledOn the day set; null if none
 * @param startedOn the day on which it began, which ends the right to withdraw (§ 3-461(h)); null before
 * @param facilitated whether the firm facilitated it; null before it began
 * @param refusalReason what the firm refused and why; null if it did not
 * @param report the auditor's report; null before
 * @param reportedOn the day of the report; null before
 */
public record Audit(
        String id,
        String applicationId,
        Kind kind,
        @Nullable LocalDate scheduledOn,
        @Nullable LocalDate startedOn,
        @Nullable Boolean facilitated,
        @Nullable String refusalReason,
        @Nullable String report,
        @Nullable LocalDate reportedOn) {

    /** Where an audit is made. */
    public enum Kind {
        /** At the firm's place. */
        ON_SITE,
        /** From the files. */
        DESK
    }
}
