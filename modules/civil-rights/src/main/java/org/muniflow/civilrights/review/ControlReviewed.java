package org.muniflow.civilrights.review;

import java.util.List;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Offered;
import org.muniflow.api.delegate.TaskGuard;
import org.muniflow.civilrights.finding.Determination.Criterion;

/** A person found on control, independence and management. */
@Offered(title = "Control is reviewed", cites = "KCMO Code § 3-461(m)")
final class ControlReviewed implements TaskGuard<OfApplication> {

    private final Recorded recorded;

    ControlReviewed(Recorded recorded) {
        this.recorded = recorded;
    }

    @Override
    public List<String> problems(OfApplication input, CaseContext context) {
        return recorded.problems(
                input.applicationId(), Criterion.CONTROL, Criterion.INDEPENDENCE, Criterion.MANAGEMENT);
    }
}
