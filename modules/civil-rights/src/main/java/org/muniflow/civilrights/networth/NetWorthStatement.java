package org.muniflow.civilrights.networth;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A statement of an individual's assets, liabilities and transfers (KCMO Code § 3-421(a)(36)).
 *
 * @param statedFor the date of the application or of the annual affidavit (reading A-20)
 * @param assets the assets; may be empty
 * @param liabilities the liabilities; may be empty
 * @param transfers transfers below fair market value; may be empty
 */
public record NetWorthStatement(
        @NotNull LocalDate statedFor,
        @NotNull List<@Valid Asset> assets,
        @NotNull List<@Valid Liability> liabilities,
        @NotNull List<@Valid Transfer> transfers) {

    /** Copies the lists. */
    public NetWorthStatement {
        assets = List.copyOf(assets);
        liabilities = List.copyOf(liabilities);
        transfers = List.copyOf(transfers);
    }

    /**
     * An asset.
     *
     * @param kind what it is
     * @param value its whole value in dollars
     * @param sharePercent the individual's own share in percent; 50 for half of what spouses hold jointly
     */
    public record Asset(
            @NotNull AssetKind kind,
            @NotNull @PositiveOrZero BigDecimal value,
            @NotNull @DecimalMin("0") @DecimalMax("100") BigDecimal sharePercent) {}

    /** What an asset is. */
    public enum AssetKind {
        /** The interest in the certified or applicant firm; excluded. */
        FIRM_INTEREST,
        /** The primary residence; its equity is excluded. */
        PRIMARY_RESIDENCE,
        /** Any other asset. */
        OTHER
    }

    /**
     * A liability.
     *
     * @param amount the whole amount in dollars
     * @param sharePercent the individual's own share in percent (reading A-75)
     * @param onResidence whether it is secured by the primary residence
     */
    public record Liability(
            @NotNull @PositiveOrZero BigDecimal amount,
            @NotNull @DecimalMin("0") @DecimalMax("100") BigDecimal sharePercent,
            boolean onResidence) {}

    /**
     * A transfer.
     *
     * @param transferredOn the date
     * @param fairMarketValue the fair market value in dollars
     * @param consideration what was received for it; zero for a gift
     * @param recipient who received it
     * @param purpose what it was for
     * @param shown whether the purpose has been shown to the director
     */
    public record Transfer(
            @NotNull LocalDate transferredOn,
            @NotNull @PositiveOrZero BigDecimal fairMarketValue,
            @NotNull @PositiveOrZero BigDecimal consideration,
            @NotNull Recipient recipient,
            @NotNull Purpose purpose,
            boolean shown) {

        BigDecimal shortfall() {
            return fairMarketValue.subtract(consideration);
        }

        boolean exempt() {
            return switch (purpose) {
                case EDUCATION, MEDICAL, ESSENTIAL_SUPPORT -> shown && recipient != Recipient.FIRM;
                case SPECIAL_OCCASION -> recipient == Recipient.IMMEDIATE_FAMILY;
                case OTHER -> false;
            };
        }
    }

    /** Who received a transfer. */
    public enum Recipient {
        /** An immediate family member (reading A-78). */
        IMMEDIATE_FAMILY,
        /** A trust with the individual or an immediate family member as beneficiary. */
        TRUST,
        /** The applicant or certified firm. */
        FIRM,
        /** Anyone else; never added back. */
        OTHER;

        boolean counts() {
            return this != OTHER;
        }
    }

    /** What a transfer was for. */
    public enum Purpose {
        /** A family member's education. */
        EDUCATION,
        /** A family member's medical expenses. */
        MEDICAL,
        /** Another essential support of a family member. */
        ESSENTIAL_SUPPORT,
        /** A customary gift on a birthday, graduation, wedding, anniversary, retirement. */
        SPECIAL_OCCASION,
        /** Anything else. */
        OTHER
    }
}
