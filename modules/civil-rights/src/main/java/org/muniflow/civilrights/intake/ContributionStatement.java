package org.muniflow.civilrights.intake;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.muniflow.civilrights.file.Contribution;

/** What an owner put in; see {@link Contribution}. */
record ContributionStatement(
        @NotBlank String owner,
        @NotNull Contribution.Kind kind,

        @NotNull @PositiveOrZero @Digits(integer = 12, fraction = 2)
        BigDecimal amount,

        @NotBlank @Size(max = 1000) String evidence) {}
