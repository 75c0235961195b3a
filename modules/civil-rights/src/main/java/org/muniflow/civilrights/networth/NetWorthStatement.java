package org.muniflow.civilrights.networth;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.muniflow.civilrights.file.NetWorth;

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
            NetWorth.@NotNull AssetKind kind,
            @NotNull @PositiveOrZero BigDecimal value,
            @NotNull @DecimalMin("0") @DecimalMax("100") BigDecimal sharePercent) {}

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
            NetWorth.@NotNull Recipient recipient,
            NetWorth.@NotNull Purpose purpose,
            boolean shown) {

        BigDecimal shortfall() {
            return fairMarketValue.subtract(consideration);
        }

        boolean counts() {
            return recipient != NetWorth.Recipient.OTHER;
        }

        boolean exempt() {
            return switch (purpose) {
                case EDUCATION, MEDICAL, ESSENTIAL_SUPPORT -> shown && recipient != NetWorth.Recipient.FIRM;
                case SPECIAL_OCCASION -> recipient == NetWorth.Recipient.IMMEDIATE_FAMILY;
                case OTHER -> false;
            };
        }
    }
}
