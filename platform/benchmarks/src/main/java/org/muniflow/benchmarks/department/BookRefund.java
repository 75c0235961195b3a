package org.muniflow.benchmarks.department;

import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Delegate;
import org.muniflow.api.delegate.Nothing;
import org.muniflow.api.delegate.Offered;

/** Books the refund. It answers the same at every call, so that only the engine and the platform cost time. */
@Offered(title = "Book refund", cites = "KCMO Code § 78-10")
final class BookRefund implements Delegate<Nothing, BookRefund.Output> {

    /**
     * What it writes.
     *
     * @param bookingId an invented value
     * @param bookedCents an invented value
     * @param booked an invented value
     */
    record Output(String bookingId, long bookedCents, boolean booked) {}

    @Override
    public Output execute(Nothing input, CaseContext context) {
        return new Output("B-20", 12_53L, true);
    }
}
