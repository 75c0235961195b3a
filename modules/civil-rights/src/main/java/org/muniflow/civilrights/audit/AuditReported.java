package org.muniflow.civilrights.audit;

import java.util.List;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Offered;
import org.muniflow.api.delegate.TaskGuard;
import org.muniflow.civilrights.finding.Audits;
import org.muniflow.civilrights.review.OfApplication;

/** The audit's report is on file. */
@Offered(title = "Audit is reported", cites = "KCMO Code § 3-461(e)")
final class AuditReported implements TaskGuard<OfApplication> {

    private final Audits audits;

    AuditReported(Audits audits) {
        this.audits = audits;
    }

    @Override
    public List<String> problems(OfApplication input, CaseContext context) {
        boolean reported = audits.latest(input.applicationId())
                .map(audit -> audit.report() != null && !audit.report().isBlank())
                .orElse(false);
        return reported
                ? List.of()
                : List.of("The audit has no report (KCMO Code § 3-461(e)); write it on the page Audit.");
    }
}
