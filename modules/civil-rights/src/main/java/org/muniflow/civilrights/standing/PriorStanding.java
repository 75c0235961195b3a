package org.muniflow.civilrights.standing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a firm's or its owners' past says about a new application (KCMO Code § 3-461(h), (r)-(u)).
 *
 * @param withdrawals the firm's withdrawals
 * @param denials the firm's denials
 * @param revocations the firm's revocations
 * @param suspensions the firm's suspensions
 * @param graduations the firm's graduations
 * @param links the other firms that the applicant's owners and controllers own or owned, with what befell these
 */
public record PriorStanding(
        List<Withdrawal> withdrawals,
        List<Denial> denials,
        List<Revocation> revocations,
        List<Suspension> suspensions,
        List<Graduation> graduations,
        List<Link> links) {

    /**
     * A withdrawal of an application.
     *
     * @param id the id
     * @param applicationId the application; null for one from before the city's present books
     * @param firmId the firm
     * @param withdrawnOn the day
     * @param barredUntil the last day of the bar
     */
    public record Withdrawal(
            String id, @Nullable String applicationId, String firmId, LocalDate withdrawnOn, LocalDate barredUntil) {}

    /**
     * A revocation (§ 3-461(s), (t)).
     *
     * @param id the id
     * @param firmId the firm
     * @param certificationId the certification; null for one from before the city's present books
     * @param revokedOn the day
     * @param byWhom DEPARTMENT, CITY_MANAGER, AUTOMATIC_DEBARMENT or AUTOMATIC_OTHER_GOVERNMENT
     * @param forCause whether for cause
     * @param reasonCodes names of {@link ReasonCode}
     * @param noticeReceivedOn receipt of the notice; null if unknown
     * @param reconsiderable whether administrative reconsideration was open
     * @param upheldOn when a hearing officer upheld it; null if none did
     * @param courtFinalOn the final date of a court decision; null if none
     * @param barredUntil the last day of the bar; null if none
     */
    public record Revocation(
            String id,
            String firmId,
            @Nullable String certificationId,
            LocalDate revokedOn,
            String byWhom,
            boolean forCause,
            List<String> reasonCodes,
            @Nullable LocalDate noticeReceivedOn,
            boolean reconsiderable,
            @Nullable LocalDate upheldOn,
            @Nullable LocalDate courtFinalOn,
            @Nullable LocalDate barredUntil) {}

    /**
     * A suspension (§ 3-461(t)).
     *
     * @param id the id
     * @param firmId the firm
     * @param suspendedFrom its first day
     * @param suspendedTo its last day; null while open
     * @param forCause whether for cause
     */
    public record Suspension(
            String id,
            String firmId,
            LocalDate suspendedFrom,
            @Nullable LocalDate suspendedTo,
            boolean forCause) {}

    /**
     * A graduation (§ 3-461(u)).
     *
     * @param id the id
     * @param firmId the firm
     * @param naics the NAICS code, or {@code ALL}
     * @param exceededCeiling the size standard exceeded; null if not noted
     * @param letterMailedOn when the determination letter was mailed
     * @param terminationEndsOn the last day of the termination period
     * @param reducedTo an earlier last day; null if not reduced
     * @param reductionReason why; null if not reduced
     */
    public record Graduation(
            String id,
            String firmId,
            String naics,
            @Nullable BigDecimal exceededCeiling,
            LocalDate letterMailedOn,
            LocalDate terminationEndsOn,
            @Nullable LocalDate reducedTo,
            @Nullable String reductionReason) {}

    /**
     * A person's place in a firm over time.
     *
     * @param id the id
     * @param firmId the firm
     * @param personName the person's full name
     * @param percentOwned the percentage owned, exact
     * @param controlled whether the person controlled it
     * @param heldFrom since when; null if unknown
     * @param heldTo until when; null while it lasts
     */
    public record Controller(
            String id,
            String firmId,
            String personName,
            BigDecimal percentOwned,
            boolean controlled,
            @Nullable LocalDate heldFrom,
            @Nullable LocalDate heldTo) {}

    /**
     * Another firm to which an owner of the applicant is linked.
     *
     * @param controller the person's place in that firm
     * @param firmName that firm's name
     * @param revocations its revocations
     * @param suspensions its suspensions
     * @param graduations its graduations
     */
    public record Link(
            Controller controller,
            String firmName,
            List<Revocation> revocations,
            List<Suspension> suspensions,
            List<Graduation> graduations) {}
}
