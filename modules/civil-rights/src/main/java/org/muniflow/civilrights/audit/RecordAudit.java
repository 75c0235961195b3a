package org.muniflow.civilrights.audit;

import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Delegate;
import org.muniflow.api.delegate.Nothing;
import org.muniflow.api.delegate.Offered;
import org.muniflow.civilrights.file.Application.Status;
import org.muniflow.civilrights.file.Applications;
import org.muniflow.civilrights.review.Keeper;
import org.muniflow.civilrights.review.OfApplication;

/** Puts the application before the director, since its audit is made and reported. */
@Offered(title = "Record audit report", cites = "KCMO Code § 3-461(e)")
final class RecordAudit implements Delegate<OfApplication, Nothing> {

    private final Applications applications;

    RecordAudit(Applications applications) {
        this.applications = applications;
    }

    @Override
    public Nothing execute(OfApplication input, CaseContext context) {
        applications.moveTo(input.applicationId(), Status.DECISION, Keeper.by(context));
        return Nothing.NOTHING;
    }
}
