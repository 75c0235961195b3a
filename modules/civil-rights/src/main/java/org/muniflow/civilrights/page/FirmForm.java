package org.muniflow.civilrights.page;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.muniflow.civilrights.file.Firm;

/** What a firm says about itself. */
record FirmForm(
        @NotBlank @Size(max = 200) String legalName,
        @Nullable @Size(max = 200) String tradeName,
        @NotNull Firm.EntityType entityType,
        @NotNull Boolean forProfit,
        @NotNull Boolean functioning,

        @Nullable @PastOrPresent(message = "The firm cannot have been founded in the future")
        LocalDate establishedOn,

        @Nullable @PastOrPresent(message = "The firm cannot have come to the area in the future")
        LocalDate establishedInAreaOn,

        @Nullable @Size(max = 60) String principalOfficeCounty,

        @Nullable @Pattern(regexp = "[A-Z]{2}", message = "Enter the state as two capital letters, for example MO")
        String principalOfficeState,

        @Nullable @Size(max = 300) String recordsLocation,
        @NotBlank @Size(max = 200) String mailingStreet,
        @NotBlank @Size(max = 100) String mailingCity,

        @NotBlank @Pattern(regexp = "[A-Z]{2}", message = "Enter the state as two capital letters, for example MO")
        String mailingState,

        @NotBlank
        @Pattern(regexp = "\\d{5}(-\\d{4})?", message = "Enter the ZIP code as five digits, for example 64106")
        String mailingPostalCode,

        @NotBlank @Email(message = "Enter an e-mail address, for example office@example.com") @Size(max = 200)
        String email,

        @Nullable @Size(max = 40) String phone,
        @Nullable @Size(max = 40) String fax,
        @NotNull Boolean isFranchise,
        @NotNull Boolean franchisorAffiliated,
        @Nullable @Size(max = 200) String highestOfficer,
        @Nullable Boolean boardControlledByQualifying,
        @NotNull Boolean everDeniedCertification,
        @NotNull LetterLanguage letterLanguage) {

    /** The languages in which the department writes letters. */
    enum LetterLanguage {
        /** English. */
        ENGLISH,
        /** Spanish. */
        SPANISH;

        static LetterLanguage of(Firm firm) {
            return firm.letterLanguage().equals("es") ? SPANISH : ENGLISH;
        }

        String code() {
            return this == SPANISH ? "es" : "en";
        }
    }

    static FirmForm of(Firm f) {
        return new FirmForm(
                f.legalName(),
                f.tradeName(),
                f.entityType(),
                f.forProfit(),
                f.functioning(),
                f.establishedOn(),
                f.establishedInAreaOn(),
                f.principalOfficeCounty(),
                f.principalOfficeState(),
                f.recordsLocation(),
                f.mailingStreet(),
                f.mailingCity(),
                f.mailingState(),
                f.mailingPostalCode(),
                f.email(),
                f.phone(),
                f.fax(),
                f.isFranchise(),
                f.franchisorAffiliated(),
                f.highestOfficer(),
                f.boardControlledByQualifying(),
                f.everDeniedCertification(),
                LetterLanguage.of(f));
    }

    Firm firm(String id, String federalTaxId) {
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
                isFranchise,
                franchisorAffiliated,
                highestOfficer,
                boardControlledByQualifying,
                everDeniedCertification,
                establishedOn,
                letterLanguage.code());
    }
}
