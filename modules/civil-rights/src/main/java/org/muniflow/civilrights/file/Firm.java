package org.muniflow.civilrights.file;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A business, once in the city's books, whatever it applies for (KCMO Code § 3-421(a)(31), (34), (47)).
 *
 * @param id the id
 * @param federalTaxId the employer identification number, {@code 12-3456789}; tells firms apart
 * @param legalName the legal name
 * @param tradeName the name under which it trades; null if the same
 * @param entityType its legal form
 * @param forProfit whether it is run for profit
 * @param functioning whether it exists and is currently functioning (§ 3-461(k))
 * @param establishedInAreaOn since when it is in the Kansas City metropolitan area; null if unknown
 * @param principalOfficeCounty the county of its principal office; null if not stated
 * @param principalOfficeState that county's state, two letters; null if not stated
 * @param recordsLocation where its records are kept (§ 3-421(a)(38)); null if not stated
 * @param mailingStreet street of the mailing address
 * @param mailingCity city of the mailing address
 * @param mailingState state of the mailing address, two letters
 * @param mailingPostalCode ZIP code of the mailing address
 * @param email the e-mail address
 * @param phone the telephone number; null if none
 * @param fax the fax number; null if none
 * @param isFranchise whether it works under a franchise or license (§ 3-461(m)(14))
 * @param franchisorAffiliated whether it is an affiliate of the franchisor
 * @param highestOfficer who holds its highest office (§ 3-461(m)(3)); null if not stated
 * @param boardControlledByQualifying whether qualifying owners control the board; null where there is no board
 * @param everDeniedCertification whether any federal, state or local authority ever denied it certification (§ 3-461(b))
 * @param establishedOn when it was founded; null if unknown
 * @param letterLanguage the language in which it wants letters, {@code en} or {@code es}
 */
public record Firm(
        String id,
        String federalTaxId,
        String legalName,
        @Nullable String tradeName,
        EntityType entityType,
        boolean forProfit,
        boolean functioning,
        @Nullable LocalDate establishedInAreaOn,
        @Nullable String principalOfficeCounty,
        @Nullable String principalOfficeState,
        @Nullable String recordsLocation,
        String mailingStreet,
        String mailingCity,
        String mailingState,
        String mailingPostalCode,
        String email,
        @Nullable String phone,
        @Nullable String fax,
        boolean isFranchise,
        boolean franchisorAffiliated,
        @Nullable String highestOfficer,
        @Nullable Boolean boardControlledByQualifying,
        boolean everDeniedCertification,
        @Nullable LocalDate establishedOn,
        String letterLanguage) {

    /** The legal form of a firm. */
    public enum EntityType {
        /** A corporation with stock. */
        CORPORATION,
        /** A partnership of any kind. */
        PARTNERSHIP,
        /** A limited liability company. */
        LLC,
        /** A business of one person without a company. */
        SOLE_PROPRIETORSHIP,
        /** Any other form. */
        OTHER
    }

    /**
     * Returns the mailing address as it stands on an envelope, without the name.
     *
     * @return two lines
     */
    public List<String> mailingAddress() {
        return List.of(mailingStreet, mailingCity + ", " + mailingState + " " + mailingPostalCode);
    }
}
