package org.muniflow.civilrights.file;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A person who owns or controls the applicant (KCMO Code § 3-421(a)(33), (46); § 3-461(j), (m)).
 *
 * @param id the id
 * @param applicationId the application
 * @param name the full name
 * @param citizenship citizen, lawful permanent resident, or other
 * @param minorityCategory the category claimed
 * @param selfIdentifiedHistorically whether the person has historically and consistently identified so
 * @param tribalAffiliation whether the person belongs to a tribe
 * @param descentFraction the part of Native American descent, 0 to 1; null if not claimed
 * @param isWoman whether the person claims to be a woman owner
 * @param statusQuestioned whether the director has reason to question the status (§ 3-461(j))
 * @param questionReason that reason; null if none
 * @param controlsFirm whether the person is said to control the firm
 * @param highestOfficer whether the person holds the highest office
 * @param generalPartner whether the person is a general partner
 * @param licenses licenses held; null if none
 * @param outsideEmployment work outside the firm (§ 3-461(m)(9)); null if none
 * @param familyRelations relatives in the firm (§ 3-461(m)(10)); null if none
 * @param remuneration what the firm pays the person (§ 3-461(m)(8)); null if not stated
 */
public record Owner(
        String id,
        String applicationId,
        String name,
        Citizenship citizenship,
        MinorityCategory minorityCategory,
        boolean selfIdentifiedHistorically,
        boolean tribalAffiliation,
        @Nullable BigDecimal descentFraction,
        boolean isWoman,
        boolean statusQuestioned,
        @Nullable String questionReason,
        boolean controlsFirm,
        boolean highestOfficer,
        boolean generalPartner,
        @Nullable String licenses,
        @Nullable String outsideEmployment,
        @Nullable String familyRelations,
        @Nullable String remuneration) {

    /** A person's citizenship. */
    public enum Citizenship {
        /** A citizen of the United States. */
        CITIZEN,
        /** A lawful permanent resident. */
        LPR,
        /** Neither. */
        OTHER
    }

    /** The categories of § 3-421(a)(33). */
    public enum MinorityCategory {
        /** African American, paragraph (a). */
        AFRICAN_AMERICAN,
        /** Hispanic or Latino American, paragraph (b). */
        HISPANIC_LATINO,
        /** Asian or Pacific Islander American, paragraph (c). */
        ASIAN_PACIFIC,
        /** Native American, paragraph (d). */
        NATIVE_AMERICAN,
        /** Found by the director case by case, paragraph (e). */
        CASE_BY_CASE,
        /** None claimed. */
        NONE
    }
}
