package org.muniflow.civilrights.intake;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.muniflow.civilrights.file.Interest;

/**
 * What one owner or holding company holds of one class. Exactly one of {@code owner} and {@code holdingCompany} is named
 * by its key; {@code heldIn} names the holding company in which it is held and is left out for the firm itself.
 */
record InterestStatement(
        @Nullable String heldIn,
        @Nullable String owner,
        @Nullable String holdingCompany,
        @NotBlank @Size(max = 60) String interestClass,
        @NotNull Boolean voting,

        @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("100") @Digits(integer = 3, fraction = 8)
        BigDecimal percentOfClass,

        @Nullable @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 8)
        BigDecimal percentOfAll,

        @Nullable Boolean inPartnershipAgreement,
        @Nullable Boolean heldInTrust,
        @Nullable Boolean trustRevocable,
        @Nullable String trustGrantor,
        @Nullable String trustBeneficiary,
        @Nullable String trustTrustee,
        @Nullable Boolean beneficiaryControls,
        @NotNull Interest.AcquisitionMode acquisitionMode,
        @Nullable @PastOrPresent LocalDate acquiredOn,
        @Nullable @Size(max = 200) String transferor,
        @Nullable Boolean transferorQualifies,
        @Nullable Boolean transferorInFirmOrAffiliate,
        @Nullable Boolean transferorInSimilarLine,
        @Nullable Boolean transferorInOngoingBusiness) {}
