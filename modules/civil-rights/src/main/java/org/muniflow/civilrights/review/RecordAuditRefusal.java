package org.muniflow.civilrights.review;

import java.util.List;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Delegate;
import org.muniflow.api.delegate.Nothing;
import org.muniflow.api.delegate.Offered;
import org.muniflow.api.law.Rules;
import org.muniflow.civilrights.finding.Determination.Criterion;
import org.muniflow.civilrights.lifecycle.AuditRefusal;

/** Records that the firm refused to facilitate an audit, a ground of denial that the director confirms. */
@Offered(title = "Record audit refusal", cites = "KCMO Code § 3-461(e)")
final class RecordAuditRefusal implements Delegate<OfApplication, Nothing> {

    private final AuditRefusal rule;
    private final Keeper keeper;
    private final Rules rules;

    RecordAuditRefusal(AuditRefusal rule, Keeper keeper, Rules rules) {
        this.rule = rule;
        this.keeper = keeper;
        this.rules = rules;
    }

    @Override
    public Nothing execute(OfApplication input, CaseContext context) {
        var answer = rules.ask(rule, new AuditRefusal.Facts(false, false));
        keeper.record(input.applicationId(), List.of(Found.of(Criterion.COOPERATION, rule, answer, false)), context);
        return Nothing.NOTHING;
    }
}
