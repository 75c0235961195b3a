package org.muniflow.civilrights.intake;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A type of work; see {@link org.muniflow.civilrights.file.RequestedNaics}. */
record WorkStatement(
        @NotBlank @Pattern(regexp = "\\d{6}", message = "A NAICS code has six digits")
        String code,

        @NotNull Boolean performedAndControlled,

        @Nullable @PositiveOrZero @Digits(integer = 12, fraction = 2)
        BigDecimal ownReceipts,

        @Nullable @PositiveOrZero Integer ownEmployees) {}
