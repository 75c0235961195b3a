package org.muniflow.civilrights.certification;

import org.muniflow.api.module.Capability;
import org.muniflow.api.module.Declaration;
import org.muniflow.civilrights.review.Letters;

/** The certification case: its steps and what people must record. */
public final class CertificationProcess implements Capability {

    @Override
    public void declare(Declaration module) {
        module.components(
                Letters.class,
                History.class,
                CheckGraduationBar.class,
                CheckLookBack.class,
                CheckWithdrawal.class,
                CertificationVoided.class,
                DeadlineSet.class,
                DecisionSupported.class,
                DenialGrounded.class,
                DetermineAppealRoute.class,
                DocumentsChecked.class,
                FindReapplicationBar.class,
                IssueCertification.class,
                PublishDirectoryEntry.class,
                RecordDenial.class,
                RecordMissingDocuments.class,
                RecordWithdrawal.class,
                RefuseBarredApplication.class,
                RefuseWithdrawal.class,
                RequestDocuments.class,
                RestoreTimelyFile.class,
                SendCertificationNotice.class,
                SendDenialNotice.class);
    }
}
