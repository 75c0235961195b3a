package org.muniflow.civilrights.intake;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A firm whose size counts; see {@link org.muniflow.civilrights.file.Affiliate}. */
record AffiliateStatement(
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Size(max = 500) String basis,

        @NotNull @PositiveOrZero @Digits(integer = 12, fraction = 2)
        BigDecimal annualReceipts,

        @NotNull @PositiveOrZero Integer employees,

        @Nullable @Size(max = 40)
        List<@NotNull @Pattern(regexp = "\\d{6}", message = "A NAICS code has six digits") String> naicsCodes) {}
