package org.muniflow.samplepermits;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What the public sends.
 *
 * @param applicant who asks
 * @param street the street of the mailing address
 * @param city the city, state and ZIP code
 * @param days for how many days the permit is asked
 */
record PermitRequest(
        @NotBlank @Size(max = 200) String applicant,
        @NotBlank @Size(max = 200) String street,
        @NotBlank @Size(max = 200) String city,
        @Min(1) @Max(365) int days) {}
