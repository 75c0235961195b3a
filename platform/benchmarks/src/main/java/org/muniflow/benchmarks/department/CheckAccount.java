package org.muniflow.benchmarks.department;

import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Delegate;
import org.muniflow.api.delegate.Nothing;
import org.muniflow.api.delegate.Offered;

/** Looks up the account. It answers the same at every call, so that only the engine and the platform cost time. */
@Offered(title = "Check account", cites = "KCMO Code § 78-10")
final class CheckAccount implements Delegate<Nothing, CheckAccount.Output> {

    /**
     * What it writes.
     *
     * @param accountId an invented value
     * @param accountOpen an invented value
     * @param accountKind an invented value
     */
    record Output(long accountId, boolean accountOpen, String accountKind) {}

    @Override
    public Output execute(Nothing input, CaseContext context) {
        return new Output(4711L, true, "WATER");
    }
}
