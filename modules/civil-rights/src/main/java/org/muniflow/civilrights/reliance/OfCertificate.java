package org.muniflow.civilrights.reliance;

import org.jspecify.annotations.Nullable;

/**
 * What staff verified of a DBE certificate.
 *
 * @param applicationId the application
 * @param certificateAuthority who issued it
 * @param certificateValid whether it is valid; null for no
 * @param dbeDefinitionMet whether the firm meets the definition of a DBE; null for no
 */
record OfCertificate(
        String applicationId,
        DbeReliance.Authority certificateAuthority,
        @Nullable Boolean certificateValid,
        @Nullable Boolean dbeDefinitionMet) {

    boolean valid() {
        return Boolean.TRUE.equals(certificateValid);
    }

    boolean definitionMet() {
        return Boolean.TRUE.equals(dbeDefinitionMet);
    }
}
