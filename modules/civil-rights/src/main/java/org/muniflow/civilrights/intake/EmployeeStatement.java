package org.muniflow.civilrights.intake;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/** An employee; see {@link org.muniflow.civilrights.file.Presence.Employee}. */
record EmployeeStatement(
        @NotBlank String office,
        @NotBlank @Size(max = 100) String reference,
        @NotNull Boolean fullTime,
        @NotNull @DecimalMin("0") @DecimalMax("100") BigDecimal percentTimeInArea) {}
