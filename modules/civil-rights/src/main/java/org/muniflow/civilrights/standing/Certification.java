package org.muniflow.civilrights.standing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A certification (KCMO Code § 3-461(a), (n)).
 *
 * @param id the id
 * @param firmId the firm
 * @param applicationId the application on which it was issued; null for one from before the city's present books
 * @param program the program, a name of {@link org.muniflow.civilrights.file.Program}
 * @param certifiedOn the certification date
 * @param expiresOn its last day (§ 3-461(n)); null if it does not expire
 * @param status where it stands
 * @param certifiedBy who certified
 */
public record Certification(
        String id,
        String firmId,
        @Nullable String applicationId,
        String program,
        LocalDate certifiedOn,
        @Nullable LocalDate expiresOn,
        Status status,
        String certifiedBy) {

    /** Where a certification stands. */
    public enum Status {
        /** In force. */
        ACTIVE,
        /** In force although without presence, until it expires (§ 3-461(d)). */
        GRANDFATHERED_PRESENCE,
        /** Run out. */
        EXPIRED,
        /** Revoked. */
        REVOKED,
        /** Revoked, with an appeal pending. */
        REVOKED_APPEAL_PENDING,
        /** Ended by law (§ 3-461(t)). */
        TERMINATED_AUTOMATIC,
        /** Suspended. */
        SUSPENDED,
        /** Graduated in all types of work (§ 3-461(u)). */
        GRADUATED
    }

    /**
     * A type of work for which a firm is certified.
     *
     * @param id the id
     * @param certificationId the certification
     * @param code the NAICS code
     * @param certifiedOn since when
     * @param status ACTIVE, GRADUATED_TERMINATION, GRADUATED_CLOSED or REMOVED
     */
    public record Line(String id, String certificationId, String code, LocalDate certifiedOn, String status) {}

    /**
     * Tells whether the certification is in force on a day.
     *
     * @param day the day
     * @return true if the firm is certified on that day
     */
    public boolean inForceOn(LocalDate day) {
        return (status == Status.ACTIVE || status == Status.GRANDFATHERED_PRESENCE)
                && !day.isBefore(certifiedOn)
                && (expiresOn == null || !day.isAfter(expiresOn));
    }
}
