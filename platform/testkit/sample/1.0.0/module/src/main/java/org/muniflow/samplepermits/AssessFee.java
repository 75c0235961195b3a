package org.muniflow.samplepermits;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Delegate;
import org.muniflow.api.delegate.Offered;
import org.muniflow.api.law.Rules;

/** Assesses the fee by the law of the day of receipt and keeps it in the record. */
@Offered(title = "Assess fee", cites = "Sample Code § 1")
final class AssessFee implements Delegate<AssessFee.Input, AssessFee.Output> {

    private final Requests requests;
    private final PermitFee rule;
    private final Rules rules;

    AssessFee(Requests requests, PermitFee rule, Rules rules) {
        this.requests = requests;
        this.rule = rule;
        this.rules = rules;
    }

    /**
     * What it reads.
     *
     * @param requestId the request
     * @param receivedOn the day of receipt
     */
    record Input(String requestId, LocalDate receivedOn) {}

    /**
     * What it writes.
     *
     * @param fee the fee in dollars
     */
    record Output(BigDecimal fee) {}

    @Override
    public Output execute(Input input, CaseContext context) {
        Request request = requests.get(input.requestId());
        BigDecimal fee = Objects.requireNonNull(rules.ask(rule, new PermitFee.Facts(input.receivedOn(), request.days()))
                .value());
        requests.assess(request.id(), fee);
        return new Output(fee);
    }
}
