package org.muniflow.civilrights.file;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What makes up a person's net worth (KCMO Code § 3-421(a)(36)). Amounts are in U.S. dollars, percentages exact. */
public interface NetWorth {

    /** How an asset is owned or a debt is owed. */
    enum Ownership {
        /** Alone. */
        INDIVIDUAL,
        /** Jointly with the spouse. */
        JOINT_SPOUSE,
        /** Jointly with another person. */
        JOINT_OTHER
    }

    /** What an asset is. */
    enum AssetKind {
        /** An interest in the applicant or certified firm, which the law excludes. */
        FIRM_INTEREST,
        /** The primary residence, whose equity the law excludes. */
        PRIMARY_RESIDENCE,
        /** Money in bank accounts. */
        SAVINGS,
        /** Stocks and bonds. */
        SECURITIES,
        /** Other real estate. */
        REAL_ESTATE,
        /** Retirement accounts. */
        RETIREMENT,
        /** An interest in another business. */
        OTHER_BUSINESS,
        /** Anything else. */
        OTHER
    }

    /** What a debt is. */
    enum LiabilityKind {
        /** A mortgage on the primary residence. */
        RESIDENCE_MORTGAGE,
        /** A mortgage on other real estate. */
        OTHER_MORTGAGE,
        /** A loan. */
        LOAN,
        /** Unpaid taxes. */
        TAXES,
        /** Anything else. */
        OTHER
    }

    /** Who received a transfer. */
    enum Recipient {
        /** An immediate family member. */
        IMMEDIATE_FAMILY,
        /** A trust for the individual or an immediate family member. */
        TRUST,
        /** The applicant firm. */
        FIRM,
        /** Someone else. */
        OTHER
    }

    /** What a transfer was for. */
    enum Purpose {
        /** A family member's education. */
        EDUCATION,
        /** A family member's medical expenses. */
        MEDICAL,
        /** Another essential support of a family member. */
        ESSENTIAL_SUPPORT,
        /** A customary gift on a special occasion. */
        SPECIAL_OCCASION,
        /** Anything else. */
        OTHER
    }

    /**
     * An owner's statement.
     *
     * @param id the id
     * @param applicationId the application
     * @param ownerId the owner
     * @param asOf the day for which it speaks
     * @param documented whether documents or an affidavit support it (§ 3-461(c))
     */
    record Statement(String id, String applicationId, String ownerId, LocalDate asOf, boolean documented) {}

    /**
     * An asset.
     *
     * @param id the id
     * @param applicationId the application
     * @param ownerId the owner
     * @param kind what it is
     * @param description in words; null if none
     * @param marketValue the value of the whole
     * @param ownership how it is owned
     * @param sharePercent the owner's share in percent
     */
    record Asset(
            String id,
            String applicationId,
            String ownerId,
            AssetKind kind,
            @Nullable String description,
            BigDecimal marketValue,
            Ownership ownership,
            BigDecimal sharePercent) {}

    /**
     * A debt.
     *
     * @param id the id
     * @param applicationId the application
     * @param ownerId the owner
     * @param kind what it is
     * @param description in words; null if none
     * @param amount the whole debt
     * @param ownership how it is owed
     * @param sharePercent the owner's share in percent
     */
    record Liability(
            String id,
            String applicationId,
            String ownerId,
            LiabilityKind kind,
            @Nullable String description,
            BigDecimal amount,
            Ownership ownership,
            BigDecimal sharePercent) {}

    /**
     * A transfer for less than fair market value.
     *
     * @param id the id
     * @param applicationId the application
     * @param ownerId the owner
     * @param transferredOn the day
     * @param fairMarketValue the fair market value
     * @param consideration what was received for it
     * @param recipient who received it
     * @param purpose what it was for
     * @param demonstrated whether the purpose was shown
     */
    record Transfer(
            String id,
            String applicationId,
            String ownerId,
            LocalDate transferredOn,
            BigDecimal fairMarketValue,
            BigDecimal consideration,
            Recipient recipient,
            Purpose purpose,
            boolean demonstrated) {}
}
