package org.muniflow.civilrights.page;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.Notice;
import org.muniflow.civilrights.file.Firm;

/** A paper application as it reaches the counter. */
record NewApplicationForm(
        @NotNull LocalDate receivedOn,

        @NotBlank @Pattern(regexp = "\\d{2}-\\d{7}", message = "Enter the federal tax id as 12-3456789")
        String federalTaxId,

        @NotBlank @Size(max = 200) String legalName,
        @NotNull Firm.EntityType entityType,
        @NotEmpty(message = "Choose at least one program") List<String> programs,
        @NotBlank @Size(max = 200) String mailingStreet,
        @NotBlank @Size(max = 100) String mailingCity,

        @NotBlank @Pattern(regexp = "[A-Z]{2}", message = "Enter the state as two capital letters, for example MO")
        String mailingState,

        @NotBlank
        @Pattern(regexp = "\\d{5}(-\\d{4})?", message = "Enter the ZIP code as five digits, for example 64106")
        String mailingPostalCode,

        @NotBlank @Email(message = "Enter an e-mail address, for example office@example.com") @Size(max = 200)
        String email,

        @Nullable @Size(max = 40) String phone) {

    Firm newFirm(String id) {
        return new Firm(
                id,
                federalTaxId,
                legalName,
                null,
                entityType,
                true,
                true,
                null,
                null,
                null,
                null,
                mailingStreet,
                mailingCity,
                mailingState,
                mailingPostalCode,
                email,
                phone,
                null,
                false,
                false,
                null,
                null,
                false,
                null,
                Notice.ENGLISH);
    }

    Firm changed(Firm f) {
        return new Firm(
                f.id(),
                f.federalTaxId(),
                legalName,
                f.tradeName(),
                entityType,
                f.forProfit(),
                f.functioning(),
                f.establishedInAreaOn(),
                f.principalOfficeCounty(),
                f.principalOfficeState(),
                f.recordsLocation(),
                mailingStreet,
                mailingCity,
                mailingState,
                mailingPostalCode,
                email,
                phone == null ? f.phone() : phone,
                f.fax(),
                f.isFranchise(),
                f.franchisorAffiliated(),
                f.highestOfficer(),
                f.boardControlledByQualifying(),
                f.everDeniedCertification(),
                f.establishedOn(),
                f.letterLanguage());
    }
}
