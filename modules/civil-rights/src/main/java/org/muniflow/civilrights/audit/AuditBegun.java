package org.muniflow.civilrights.audit;

import java.time.LocalDate;
import java.util.List;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Offered;
import org.muniflow.api.delegate.TaskGuard;

/** The start of the audit is recorded with its day, or the refusal with its reason. */
@Offered(title = "Audit is begun", cites = "KCMO Code § 3-461(e); KCMO Code § 3-461(h)")
final class AuditBegun implements TaskGuard<OfAudit> {

    @Override
    public List<String> problems(OfAudit input, CaseContext context) {
        if (!input.facilitated()) {
            String reason = input.refusalReason();
            return reason == null || reason.isBlank()
                    ? List.of("The firm did not facilitate the audit (KCMO Code § 3-461(e)); say what it refused and"
                            + " why, or tick that it facilitates the audit.")
                    : List.of();
        }
        LocalDate started = input.auditStartedOn();
        if (started == null) {
            return List.of("The day on which the audit began is missing; it ends the time in which the firm may"
                    + " withdraw (KCMO Code § 3-461(h)). Enter it.");
        }
        return started.isAfter(context.today())
                ? List.of("The audit cannot have begun on " + started + ", a day to come; enter the day it began.")
                : List.of();
    }
}
