package org.muniflow.civilrights.review;

import java.util.List;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Offered;
import org.muniflow.api.delegate.TaskGuard;
import org.muniflow.civilrights.finding.Determination.Criterion;

/** A person found whether ownership is real, substantial and continuing. */
@Offered(title = "Ownership is reviewed", cites = "KCMO Code § 3-461(l)")
final class OwnershipReviewed implements TaskGuard<OfApplication> {

    private final Recorded recorded;

    OwnershipReviewed(Recorded recorded) {
        this.recorded = recorded;
    }

    @Override
    public List<String> problems(OfApplication input, CaseContext context) {
        return recorded.problems(input.applicationId(), Criterion.OWNERSHIP);
    }
}
