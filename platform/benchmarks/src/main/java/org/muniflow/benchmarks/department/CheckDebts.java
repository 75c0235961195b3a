package org.muniflow.benchmarks.department;

import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Delegate;
import org.muniflow.api.delegate.Nothing;
import org.muniflow.api.delegate.Offered;

/** Looks for debts to set off. It answers the same at every call, so that only the engine and the platform cost time. */
@Offered(title = "Check debts", cites = "KCMO Code § 78-10")
final class CheckDebts implements Delegate<Nothing, CheckDebts.Output> {

    /**
     * What it writes.
     *
     * @param debtCents an invented value
     * @param payable an invented value
     * @param debtKind an invented value
     */
    record Output(long debtCents, boolean payable, String debtKind) {}

    @Override
    public Output execute(Nothing input, CaseContext context) {
        return new Output(0L, true, "NONE");
    }
}
