package org.muniflow.samplepermits;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The mailing address on the record page.
 *
 * @param street the street
 * @param city the city, state and ZIP code
 */
record AddressForm(
        @NotBlank @Size(max = 200) String street,
        @NotBlank @Size(max = 200) String city) {}
