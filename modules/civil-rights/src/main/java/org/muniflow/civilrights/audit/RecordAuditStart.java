package org.muniflow.civilrights.audit;

import java.time.LocalDate;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Delegate;
import org.muniflow.api.delegate.Offered;
import org.muniflow.civilrights.finding.Audits;
import org.muniflow.civilrights.review.Keeper;

/**
 * Records the start of the on-site audit, which closes the window for withdrawal (C-122), or the firm's refusal.
 * {@code AuditBegun} has seen to it that the day or the reason is there.
 */
@Offered(title = "Record audit start", cites = "KCMO Code § 3-461(e); KCMO Code § 3-461(h)")
final class RecordAuditStart implements Delegate<OfAudit, RecordAuditStart.Output> {

    private final Audits audits;

    RecordAuditStart(Audits audits) {
        this.audits = audits;
    }

    /**
     * What it writes.
     *
     * @param auditFacilitated whether the firm facilitates the audit
     */
    record Output(boolean auditFacilitated) {}

    @Override
    public Output execute(OfAudit input, CaseContext context) {
        LocalDate day = input.auditStartedOn() == null ? context.today() : input.auditStartedOn();
        String reason = input.refusalReason() == null ? "" : input.refusalReason();
        if (input.facilitated()) {
            audits.start(input.applicationId(), day, Keeper.by(context));
        } else {
            audits.refuse(input.applicationId(), day, reason, Keeper.by(context));
        }
        return new Output(input.facilitated());
    }
}
