package org.muniflow.civilrights.lookback;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An MBE or WBE that a qualifying owner or controller of the applicant owns, owned or controlled.
 *
 * @param firm its name
 * @param person who links it with the applicant
 * @param percentHeld the largest part that the person owns or owned, in percent
 * @param controlled whether the person controlled it
 * @param revokedOn the date on which its certification was revoked; null if it was not
 * @param revokedForCause whether the revocation is flagged as for cause
 * @param suspendedFrom the first day of a suspension for cause; null if there is none
 * @param suspendedThrough its last day; null while its end is open
 */
public record RelatedFirm(
        @NotBlank String firm,
        @NotBlank String person,
        @NotNull @DecimalMin("0") @DecimalMax("100") BigDecimal percentHeld,
        boolean controlled,
        @Nullable LocalDate revokedOn,
        boolean revokedForCause,
        @Nullable LocalDate suspendedFrom,
        @Nullable LocalDate suspendedThrough) {

    private static final BigDecimal HALF = BigDecimal.valueOf(50);

    /** Tells whether the person owns or owned a majority of it or controlled it; half is no majority (T-13). */
    boolean linked() {
        return controlled || percentHeld.compareTo(HALF) > 0;
    }
}
