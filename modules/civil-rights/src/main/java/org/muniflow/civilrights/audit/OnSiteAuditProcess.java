package org.muniflow.civilrights.audit;

import org.muniflow.api.module.Capability;
import org.muniflow.api.module.Declaration;

/** The on-site audit: its steps. */
public final class OnSiteAuditProcess implements Capability {

    @Override
    public void declare(Declaration module) {
        module.components(
                AnnounceAudit.class, AuditBegun.class, RecordAuditStart.class, AuditReported.class, RecordAudit.class);
    }
}
