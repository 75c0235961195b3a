package org.muniflow.benchmarks.department;

import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Delegate;
import org.muniflow.api.delegate.Nothing;
import org.muniflow.api.delegate.Offered;

/** Finds the payment that is asked back. It answers the same at every call, so that only the engine and the platform cost time. */
@Offered(title = "Find payment", cites = "KCMO Code § 78-10")
final class FindPayment implements Delegate<Nothing, FindPayment.Output> {

    /**
     * What it writes.
     *
     * @param paymentId an invented value
     * @param paidCents an invented value
     * @param paidTwice an invented value
     */
    record Output(String paymentId, long paidCents, boolean paidTwice) {}

    @Override
    public Output execute(Nothing input, CaseContext context) {
        return new Output("P-20", 12_50L, true);
    }
}
