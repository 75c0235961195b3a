package org.muniflow.civilrights.certification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Delegate;
import org.muniflow.api.delegate.Offered;
import org.muniflow.api.law.Rules;
import org.muniflow.civilrights.file.Applications;
import org.muniflow.civilrights.finding.Audits;
import org.muniflow.civilrights.lifecycle.Withdrawal;

/** Finds whether the firm may still withdraw: before an on-site audit starts (R-263, C-122). */
@Offered(title = "Check withdrawal", cites = "KCMO Code § 3-461(h)")
final class CheckWithdrawal implements Delegate<OfWithdrawal, CheckWithdrawal.Output> {

    private final Applications applications;
    private final Audits audits;
    private final Withdrawal rule;
    private final Rules rules;

    CheckWithdrawal(Applications applications, Audits audits, Withdrawal rule, Rules rules) {
        this.applications = applications;
        this.audits = audits;
        this.rule = rule;
        this.rules = rules;
    }

    /**
     * What it writes.
     *
     * @param withdrawalAllowed whether the firm may withdraw
     * @param auditStartedOn when the on-site audit started; null if it did not
     */
    record Output(boolean withdrawalAllowed, @Nullable LocalDate auditStartedOn) {}

    @Override
    public Output execute(OfWithdrawal input, CaseContext context) {
        LocalDate started = audits.onSiteStartedOn(input.applicationId()).orElse(null);
        var answer = rules.ask(
                rule,
                new Withdrawal.Facts(
                        input.withdrawnOn(),
                        started,
                        applications.get(input.applicationId()).decidedOn()));
        return new Output(answer.is("ALLOWED"), started);
    }
}
