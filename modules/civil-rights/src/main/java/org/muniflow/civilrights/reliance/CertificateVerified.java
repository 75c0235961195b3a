package org.muniflow.civilrights.reliance;

import java.util.List;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Offered;
import org.muniflow.api.delegate.TaskGuard;

/** The verification of a DBE certificate does not contradict itself. */
@Offered(title = "Certificate is verified", cites = "KCMO Code § 3-461(b)")
final class CertificateVerified implements TaskGuard<OfCertificate> {

    @Override
    public List<String> problems(OfCertificate input, CaseContext context) {
        if (input.certificateAuthority() == DbeReliance.Authority.NONE && input.valid()) {
            return List.of("A valid certificate has an issuer (KCMO Code § 3-461(b)); choose who issued it, or untick"
                    + " that it is valid.");
        }
        return List.of();
    }
}
