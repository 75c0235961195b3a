package org.muniflow.benchmarks.department;

import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Delegate;
import org.muniflow.api.delegate.Nothing;
import org.muniflow.api.delegate.Offered;

/** Computes what is due. It answers the same at every call, so that only the engine and the platform cost time. */
@Offered(title = "Compute refund", cites = "KCMO Code § 78-10")
final class ComputeRefund implements Delegate<Nothing, ComputeRefund.Output> {

    /**
     * What it writes.
     *
     * @param refundCents an invented value
     * @param interestCents an invented value
     * @param refundKind an invented value
     */
    record Output(long refundCents, int interestCents, String refundKind) {}

    @Override
    public Output execute(Nothing input, CaseContext context) {
        return new Output(12_50L, 3, "DOUBLE_PAYMENT");
    }
}
