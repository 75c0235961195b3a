package org.muniflow.benchmarks.department;

import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Delegate;
import org.muniflow.api.delegate.Nothing;
import org.muniflow.api.delegate.Offered;

/** Records the decision of an objection. */
@Offered(title = "Record decision", cites = "KCMO Code § 78-11")
final class RecordDecision implements Delegate<Nothing, RecordDecision.Output> {

    /**
     * What it writes.
     *
     * @param decisionId an invented value
     * @param upheld an invented value
     * @param decisionKind an invented value
     */
    record Output(String decisionId, boolean upheld, String decisionKind) {}

    @Override
    public Output execute(Nothing input, CaseContext context) {
        return new Output("D-20", true, "BILL_CORRECTED");
    }
}
