package org.muniflow.civilrights.size;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;

/**
 * The size standard of one kind of work, as in force on the date that governs.
 *
 * @param naics the NAICS code, six digits
 * @param measure what is counted
 * @param limit the largest figure of a small business, in dollars or employees
 */
public record CodeLimit(
        @NotNull @Pattern(regexp = "\\d{6}", message = "A NAICS code has six digits")
        String naics,

        @NotNull Measure measure,
        @NotNull @PositiveOrZero BigDecimal limit) {}
