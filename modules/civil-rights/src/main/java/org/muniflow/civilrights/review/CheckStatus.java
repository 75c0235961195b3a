package org.muniflow.civilrights.review;

import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Delegate;
import org.muniflow.api.delegate.Offered;
import org.muniflow.civilrights.file.Application.Status;
import org.muniflow.civilrights.file.ApplicationFile;
import org.muniflow.civilrights.file.ApplicationFiles;
import org.muniflow.civilrights.file.Applications;
import org.muniflow.civilrights.file.Owner;

/**
 * Records which owners are minorities or women and tells whether the director has reason to question the
 * status of one.
 */
@Offered(
        title = "Check minority or woman status",
        cites = "KCMO Code § 3-461(j); KCMO Code § 3-421(a)(33); KCMO Code § 3-421(a)(46)")
final class CheckStatus implements Delegate<OfApplication, CheckStatus.Output> {

    private final ApplicationFiles files;
    private final Applications applications;
    private final StatusCheck check;
    private final Keeper keeper;

    CheckStatus(ApplicationFiles files, Applications applications, StatusCheck check, Keeper keeper) {
        this.files = files;
        this.applications = applications;
        this.check = check;
        this.keeper = keeper;
    }

    /**
     * What it writes.
     *
     * @param statusQuestioned whether the status of any owner is questioned
     */
    record Output(boolean statusQuestioned) {}

    @Override
    public Output execute(OfApplication input, CaseContext context) {
        ApplicationFile file = files.load(input.applicationId());
        applications.moveTo(input.applicationId(), Status.UNDER_REVIEW, Keeper.by(context));
        keeper.record(input.applicationId(), check.of(file), context);
        return new Output(file.owners().stream().anyMatch(Owner::statusQuestioned));
    }
}
