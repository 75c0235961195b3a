package org.muniflow.civilrights.intake;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.Notice;
import org.muniflow.civilrights.file.Firm;

/** What a firm says about itself; see {@link Firm}. */
record FirmStatement(
        @NotBlank @Pattern(regexp = "\\d{2}-\\d{7}", message = "Write the federal tax id as 12-3456789")
        String federalTaxId,

        @NotBlank @Size(max = 200) String legalName,
        @Nullable @Size(max = 200) String tradeName,
        @NotNull Firm.EntityType entityType,
        @NotNull Boolean forProfit,
        @NotNull Boolean functioning,
        @Nullable @PastOrPresent LocalDate establishedOn,
        @Nullable @PastOrPresent LocalDate establishedInAreaOn,
        @Nullable @Size(max = 60) String principalOfficeCounty,

        @Nullable @Pattern(regexp = "[A-Z]{2}", message = "Write the state as two capital letters")
        String principalOfficeState,

        @Nullable @Size(max = 300) String recordsLocation,
        @NotBlank @Size(max = 200) String mailingStreet,
        @NotBlank @Size(max = 100) String mailingCity,

        @NotBlank @Pattern(regexp = "[A-Z]{2}", message = "Write the state as two capital letters")
        String mailingState,

        @NotBlank @Pattern(regexp = "\\d{5}(-\\d{4})?", message = "Write the ZIP code as five digits")
        String mailingPostalCode,

        @NotBlank @Email @Size(max = 200) String email,
        @Nullable @Size(max = 40) String phone,
        @Nullable @Size(max = 40) String fax,
        @Nullable Boolean isFranchise,
        @Nullable Boolean franchisorAffiliated,
        @Nullable @Size(max = 200) String highestOfficer,
        @Nullable Boolean boardControlledByQualifying,
        @NotNull Boolean everDeniedCertification,

        @Nullable @Pattern(regexp = "en|es", message = "Write en for English or es for Spanish")
        String letterLanguage) {

    Firm firm(String id) {
        return new Firm(
                id,
                federalTaxId,
                legalName,
                tradeName,
                entityType,
                forProfit,
                functioning,
                establishedInAreaOn,
                principalOfficeCounty,
                principalOfficeState,
                recordsLocation,
                mailingStreet,
                mailingCity,
                mailingState,
                mailingPostalCode,
                email,
                phone,
                fax,
                Boolean.TRUE.equals(isFranchise),
                Boolean.TRUE.equals(franchisorAffiliated),
                highestOfficer,
                boardControlledByQualifying,
                everDeniedCertification,
                establishedOn,
                letterLanguage == null ? Notice.ENGLISH : letterLanguage);
    }
}
