package org.muniflow.civilrights.reliance;

import org.muniflow.api.module.Capability;
import org.muniflow.api.module.Declaration;

/** Recognition as a DBE: its steps. */
public final class DbeRelianceProcess implements Capability {

    @Override
    public void declare(Declaration module) {
        module.components(CertificateVerified.class, DecideReliance.class, RecordReliance.class, RecordUcpResult.class);
    }
}
