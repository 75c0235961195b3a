package org.muniflow.civilrights.page;

import org.muniflow.api.module.Capability;
import org.muniflow.api.module.Declaration;

/** The pages of an application file, in the order in which their links are shown. */
public final class RecordPages implements Capability {

    @Override
    public void declare(Declaration module) {
        module.components(
                NewApplicationPage.class,
                OverviewPage.class,
                FirmPage.class,
                OwnersPage.class,
                InterestsPage.class,
                AffiliatesPage.class,
                NaicsPage.class,
                NetWorthPage.class,
                PresencePage.class,
                EvidencePage.class,
                DeterminationsPage.class,
                AuditPage.class,
                WithdrawalPage.class,
                DenialPage.class,
                CertificatePage.class);
    }
}
