package org.muniflow.samplepermits;

import java.util.Objects;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Delegate;
import org.muniflow.api.delegate.Nothing;
import org.muniflow.api.delegate.Offered;

/** Keeps what the inspector found. */
@Offered(title = "Record inspection", cites = "Sample Code § 4")
final class RecordInspection implements Delegate<RecordInspection.Input, Nothing> {

    private final Inspections inspections;

    RecordInspection(Inspections inspections) {
        this.inspections = inspections;
    }

    /**
     * What it reads.
     *
     * @param requestId the request
     * @param finding what the inspector found
     */
    record Input(String requestId, String finding) {}

    @Override
    public Nothing execute(Input input, CaseContext context) {
        inspections.record(
                input.requestId(),
                input.finding(),
                Objects.requireNonNullElse(context.actor(), context.elementId()),
                context.today());
        return Nothing.NOTHING;
    }
}
