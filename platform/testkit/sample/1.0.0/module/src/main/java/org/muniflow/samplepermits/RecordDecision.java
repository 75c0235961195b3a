package org.muniflow.samplepermits;

import java.time.LocalDate;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Delegate;
import org.muniflow.api.delegate.Offered;
import org.muniflow.samplepermits.Decision.Choice;
import org.muniflow.samplepermits.Request.Status;

/** Records the decision; from its day the time for objections runs. */
@Offered(title = "Record decision", cites = "Sample Code § 2")
final class RecordDecision implements Delegate<Decision, RecordDecision.Output> {

    private final Requests requests;

    RecordDecision(Requests requests) {
        this.requests = requests;
    }

    /**
     * What it writes.
     *
     * @param granted whether the permit is granted
     * @param decidedOn the day of the decision
     */
    record Output(boolean granted, LocalDate decidedOn) {}

    @Override
    public Output execute(Decision input, CaseContext context) {
        boolean granted = input.decision() == Choice.GRANT;
        requests.decide(
                input.requestId(), granted ? Status.GRANTED : Status.REFUSED, input.decisionReason(), context.today());
        return new Output(granted, context.today());
    }
}
