package org.muniflow.civilrights.intake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniflow.civilrights.file.NetWorth;

/** An owner's net worth statement; see {@link NetWorth}. */
record NetWorthDeclaration(
        @NotBlank String owner,
        @NotNull @PastOrPresent LocalDate asOf,
        @NotNull Boolean documented,
        @Nullable @Size(max = 200) List<@NotNull @Valid Asset> assets,
        @Nullable @Size(max = 200) List<@NotNull @Valid Liability> liabilities,
        @Nullable @Size(max = 200) List<@NotNull @Valid Transfer> transfers) {

    /** An asset. */
    record Asset(
            @NotNull NetWorth.AssetKind kind,
            @Nullable @Size(max = 200) String description,

            @NotNull @PositiveOrZero @Digits(integer = 12, fraction = 2)
            BigDecimal marketValue,

            @NotNull NetWorth.Ownership ownership,
            @NotNull @DecimalMin("0") @DecimalMax("100") BigDecimal sharePercent) {}

    /** A debt. */
    record Liability(
            @NotNull NetWorth.LiabilityKind kind,
            @Nullable @Size(max = 200) String description,

            @NotNull @PositiveOrZero @Digits(integer = 12, fraction = 2)
            BigDecimal amount,

            @NotNull NetWorth.Ownership ownership,
            @NotNull @DecimalMin("0") @DecimalMax("100") BigDecimal sharePercent) {}

    /** A transfer below value. */
    record Transfer(
            @NotNull @PastOrPresent LocalDate transferredOn,

            @NotNull @PositiveOrZero @Digits(integer = 12, fraction = 2)
            BigDecimal fairMarketValue,

            @NotNull @PositiveOrZero @Digits(integer = 12, fraction = 2)
            BigDecimal consideration,

            @NotNull NetWorth.Recipient recipient,
            @NotNull NetWorth.Purpose purpose,
            @NotNull Boolean demonstrated) {}
}
