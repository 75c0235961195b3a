package org.muniflow.civilrights.file;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A part of the ownership: what one owner or holding company holds of one class, in the applicant or in a holding
 * company (KCMO Code § 3-461(l)).
 *
 * @param id the id
 * @param applicationId the application
 * @param heldInId the holding company in which it is held; null for the applicant itself
 * @param ownerId the owner who holds it; null if a holding company does
 * @param holdingCompanyId the holding company that holds it; null if an owner does
 * @param interestClass the class, for example {@code Voting A}
 * @param voting whether the class votes
 * @param percentOfClass the percentage held of the class, exact
 * @param percentOfAll the percentage held of all stock, exact; null to use the percentage of the class
 * @param inPartnershipAgreement whether the partnership agreement shows it (§ 3-461(l)(1)(b))
 * @param heldDirectly whether it is held directly (§ 3-461(l)(3))
 * @param heldInTrust whether a trust or guardian holds it
 * @param trustRevocable whether that is a revocable living trust
 * @param trustGrantorId the sole grantor, if an owner on file; else null
 * @param trustBeneficiaryId the sole beneficiary, if an owner on file; else null
 * @param trustTrusteeId the trustee, if an owner on file; else null
 * @param beneficiaryControls whether the beneficiary, not the trustee, effectively controls the firm
 * @param acquisitionMode how it was acquired
 * @param acquiredOn when; null if unknown
 * @param transferor from whom; null if from nobody
 * @param transferorQualifies whether the transferor is a minority person or woman, or a certified firm
 * @param transferorInFirmOrAffiliate whether the transferor is involved in the firm or an affiliate (§ 3-461(l)(7))
 * @param transferorInSimilarLine whether the transferor works in the same or a similar line of business
 * @param transferorInOngoingBusiness whether the transferor does business with the firm or an affiliate
 * @param renunciationDocumentId the spouse's renunciation on file (§ 3-461(l)(8)); null if none
 * @param presumptionRebutted whether the presumption of § 3-461(l)(7) was rebutted by clear and convincing evidence
 * @param counted whether staff count it; null before
 * @param countedReason why; null before
 */
public record Interest(
        String id,
        String applicationId,
        @Nullable String heldInId,
        @Nullable String ownerId,
        @Nullable String holdingCompanyId,
        String interestClass,
        boolean voting,
        BigDecimal percentOfClass,
        @Nullable BigDecimal percentOfAll,
        boolean inPartnershipAgreement,
        boolean heldDirectly,
        boolean heldInTrust,
        boolean trustRevocable,
        @Nullable String trustGrantorId,
        @Nullable String trustBeneficiaryId,
        @Nullable String trustTrusteeId,
        boolean beneficiaryControls,
        AcquisitionMode acquisitionMode,
        @Nullable LocalDate acquiredOn,
        @Nullable String transferor,
        boolean transferorQualifies,
        boolean transferorInFirmOrAffiliate,
        boolean transferorInSimilarLine,
        boolean transferorInOngoingBusiness,
        @Nullable String renunciationDocumentId,
        boolean presumptionRebutted,
        @Nullable Boolean counted,
        @Nullable String countedReason) {

    /** How an interest was acquired. */
    public enum AcquisitionMode {
        /** Bought, or taken at the founding for capital. */
        PURCHASE,
        /** For expertise (§ 3-461(l)(5)). */
        EXPERTISE,
        /** A gift (§ 3-461(l)(7)). */
        GIFT,
        /** For less than adequate consideration (§ 3-461(l)(7)). */
        INADEQUATE_CONSIDERATION,
        /** By divorce or legal separation (§ 3-461(l)(6)). */
        DIVORCE,
        /** By inheritance or another's death (§ 3-461(l)(6)). */
        INHERITANCE,
        /** With marital assets (§ 3-461(l)(8)). */
        MARITAL_ASSETS,
        /** From the spouse (§ 3-461(l)(9)). */
        SPOUSE_TRANSFER
    }
}
