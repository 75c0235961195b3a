package org.muniflow.benchmarks.department;

import org.muniflow.api.module.Capability;
import org.muniflow.api.module.Declaration;

/** Every step; each department offers them all, since their jars share one catalogue. */
final class Steps implements Capability {

    @Override
    public void declare(Declaration module) {
        module.components(
                BookRefund.class,
                CheckAccount.class,
                CheckDebts.class,
                ComputeRefund.class,
                FileSlowly.class,
                FindPayment.class,
                RecordDecision.class);
    }
}
