package org.muniflow.civilrights.certification;

import org.muniflow.api.casework.Notice.Channel;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Delegate;
import org.muniflow.api.delegate.Nothing;
import org.muniflow.api.delegate.Offered;
import org.muniflow.civilrights.file.ApplicationFile;
import org.muniflow.civilrights.file.ApplicationFiles;
import org.muniflow.civilrights.finding.Audits;
import org.muniflow.civilrights.review.Letters;

/** Tells the firm that it may no longer withdraw, since the on-site audit has started; the review goes on. */
@Offered(title = "Refuse withdrawal", cites = "KCMO Code § 3-461(h)")
final class RefuseWithdrawal implements Delegate<OfWithdrawal, Nothing> {

    private final ApplicationFiles files;
    private final Audits audits;
    private final Letters letters;

    RefuseWithdrawal(ApplicationFiles files, Audits audits, Letters letters) {
        this.files = files;
        this.audits = audits;
        this.letters = letters;
    }

    @Override
    public Nothing execute(OfWithdrawal input, CaseContext context) {
        ApplicationFile file = files.load(input.applicationId());
        letters.send(
                context,
                "withdrawal-refused",
                "Withdrawal refused",
                Channel.MAIL,
                file.firm(),
                Letters.to(file.firm())
                        .with("withdrawnOn", input.withdrawnOn())
                        .with(
                                "auditStartedOn",
                                audits.onSiteStartedOn(input.applicationId()).orElse(null)),
                "KCMO Code § 3-461(h)",
                null);
        return Nothing.NOTHING;
    }
}
