package org.muniflow.civilrights.page;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.muniflow.civilrights.file.Contribution;
import org.muniflow.civilrights.file.Interest;

/** An interest, a holding company or a contribution, whichever part of the page was sent. */
record InterestForm(
        @Nullable String heldInId,
        @Nullable String holder,
        @Nullable @Size(max = 60) String interestClass,
        @Nullable Boolean voting,

        @Nullable
        @DecimalMin(value = "0", inclusive = false, message = "Enter a percentage above 0")
        @DecimalMax(value = "100", message = "Nobody holds more than 100 percent")
        @Digits(integer = 3, fraction = 8, message = "Enter a percentage with at most 8 decimals")
        BigDecimal percentOfClass,

        @Nullable
        @DecimalMin(value = "0", message = "Enter a percentage of 0 or more")
        @DecimalMax(value = "100", message = "Nobody holds more than 100 percent")
        @Digits(integer = 3, fraction = 8, message = "Enter a percentage with at most 8 decimals")
        BigDecimal percentOfAll,

        @Nullable Boolean inPartnershipAgreement,
        @Nullable Boolean heldInTrust,
        @Nullable Boolean trustRevocable,
        @Nullable String trustGrantorId,
        @Nullable String trustBeneficiaryId,
        @Nullable String trustTrusteeId,
        @Nullable Boolean beneficiaryControls,
        Interest.@Nullable AcquisitionMode acquisitionMode,

        @Nullable @PastOrPresent(message = "An interest cannot have been acquired in the future")
        LocalDate acquiredOn,

        @Nullable @Size(max = 200) String transferor,
        @Nullable Boolean transferorQualifies,
        @Nullable Boolean transferorInFirmOrAffiliate,
        @Nullable Boolean transferorInSimilarLine,
        @Nullable Boolean transferorInOngoingBusiness,
        @Nullable String renunciationDocumentId,
        @Nullable Boolean presumptionRebutted,
        @Nullable Boolean counted,
        @Nullable @Size(max = 1000) String countedReason,
        @Nullable @Size(max = 200) String companyName,
        @Nullable Boolean customaryPurpose,
        @Nullable @Size(max = 500) String purpose,
        @Nullable Boolean ownsAndControlsFirm,
        @Nullable String contributor,
        Contribution.@Nullable Kind contributionKind,

        @Nullable
        @PositiveOrZero(message = "Enter an amount of 0 or more")
        @Digits(integer = 12, fraction = 2, message = "Enter dollars and cents, for example 25000.00")
        BigDecimal contributionAmount,

        @Nullable @Size(max = 1000) String contributionEvidence,
        @Nullable Boolean realAndSubstantial) {

    static InterestForm of(Interest i) {
        return new InterestForm(
                i.heldInId(),
                i.ownerId() != null ? i.ownerId() : i.holdingCompanyId(),
                i.interestClass(),
                i.voting(),
                i.percentOfClass(),
                i.percentOfAll(),
                i.inPartnershipAgreement(),
                i.heldInTrust(),
                i.trustRevocable(),
                i.trustGrantorId(),
                i.trustBeneficiaryId(),
                i.trustTrusteeId(),
                i.beneficiaryControls(),
                i.acquisitionMode(),
                i.acquiredOn(),
                i.transferor(),
                i.transferorQualifies(),
                i.transferorInFirmOrAffiliate(),
                i.transferorInSimilarLine(),
                i.transferorInOngoingBusiness(),
                i.renunciationDocumentId(),
                i.presumptionRebutted(),
                i.counted(),
                i.countedReason(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
