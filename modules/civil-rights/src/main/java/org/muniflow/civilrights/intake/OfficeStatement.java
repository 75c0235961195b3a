package org.muniflow.civilrights.intake;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** An office, named by {@code key}; see {@link org.muniflow.civilrights.file.Presence.Office}. */
record OfficeStatement(
        @NotBlank @Size(max = 40) String key,
        @NotBlank @Size(max = 200) String street,
        @NotBlank @Size(max = 100) String city,
        @NotBlank @Size(max = 60) String county,

        @NotBlank @Pattern(regexp = "[A-Z]{2}", message = "Write the state as two capital letters")
        String state,

        @NotBlank @Pattern(regexp = "\\d{5}(-\\d{4})?", message = "Write the ZIP code as five digits")
        String postalCode,

        @NotNull Boolean principal,
        @NotNull @PastOrPresent LocalDate occupiedSince) {}
