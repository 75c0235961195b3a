package org.muniflow.civilrights.page;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.muniflow.civilrights.file.NetWorth;

/** A statement, an asset, a debt or a transfer, whichever part of the page was sent. */
record NetWorthForm(
        @Nullable String statementOwner,

        @Nullable @PastOrPresent(message = "The statement cannot speak for a day to come")
        LocalDate asOf,

        @Nullable Boolean documented,
        @Nullable String assetOwner,
        NetWorth.@Nullable AssetKind assetKind,
        @Nullable @Size(max = 200) String assetDescription,

        @Nullable
        @PositiveOrZero(message = "Enter a value of 0 or more")
        @Digits(integer = 12, fraction = 2, message = "Enter dollars and cents, for example 25000.00")
        BigDecimal marketValue,

        NetWorth.@Nullable Ownership assetOwnership,

        @Nullable
        @DecimalMin(value = "0", message = "A share is from 0 to 100 percent")
        @DecimalMax(value = "100", message = "A share is from 0 to 100 percent")
        BigDecimal assetShare,

        @Nullable String debtOwner,
        NetWorth.@Nullable LiabilityKind debtKind,
        @Nullable @Size(max = 200) String debtDescription,

        @Nullable
        @PositiveOrZero(message = "Enter an amount of 0 or more")
        @Digits(integer = 12, fraction = 2, message = "Enter dollars and cents, for example 25000.00")
        BigDecimal debtAmount,

        NetWorth.@Nullable Ownership debtOwnership,

        @Nullable
        @DecimalMin(value = "0", message = "A share is from 0 to 100 percent")
        @DecimalMax(value = "100", message = "A share is from 0 to 100 percent")
        BigDecimal debtShare,

        @Nullable String transferOwner,

        @Nullable @PastOrPresent(message = "A transfer cannot lie in the future")
        LocalDate transferredOn,

        @Nullable
        @PositiveOrZero(message = "Enter a value of 0 or more")
        @Digits(integer = 12, fraction = 2, message = "Enter dollars and cents, for example 25000.00")
        BigDecimal fairMarketValue,

        @Nullable
        @PositiveOrZero(message = "Enter an amount of 0 or more")
        @Digits(integer = 12, fraction = 2, message = "Enter dollars and cents, for example 25000.00")
        BigDecimal consideration,

        NetWorth.@Nullable Recipient recipient,
        NetWorth.@Nullable Purpose transferPurpose,
        @Nullable Boolean demonstrated) {}
