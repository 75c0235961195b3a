package org.muniflow.civilrights.review;

import java.util.List;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Offered;
import org.muniflow.api.delegate.TaskGuard;
import org.muniflow.civilrights.finding.Determination.Criterion;

/** A person found whether the firm performs a commercially useful function. */
@Offered(title = "Commercially useful function is reviewed", cites = "KCMO Code § 3-421(a)(11)")
final class UsefulFunctionReviewed implements TaskGuard<OfApplication> {

    private final Recorded recorded;

    UsefulFunctionReviewed(Recorded recorded) {
        this.recorded = recorded;
    }

    @Override
    public List<String> problems(OfApplication input, CaseContext context) {
        return recorded.problems(input.applicationId(), Criterion.CUF);
    }
}
