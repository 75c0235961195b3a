package org.muniflow.samplepermits;

import java.math.BigDecimal;
import java.util.Map;
import org.muniflow.api.casework.Notice;
import org.muniflow.api.casework.Notice.Addressee;
import org.muniflow.api.casework.Notice.Channel;
import org.muniflow.api.casework.Notices;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Delegate;
import org.muniflow.api.delegate.Nothing;
import org.muniflow.api.delegate.Offered;

/** Issues the permit and mails it. */
@Offered(title = "Issue permit", cites = "Sample Code § 3")
final class IssuePermit implements Delegate<IssuePermit.Input, Nothing> {

    private final Requests requests;
    private final Notices notices;

    IssuePermit(Requests requests, Notices notices) {
        this.requests = requests;
        this.notices = notices;
    }

    /**
     * What it reads.
     *
     * @param requestId the request
     * @param fee the fee in dollars
     */
    record Input(String requestId, BigDecimal fee) {}

    @Override
    public Nothing execute(Input input, CaseContext context) {
        Request request = requests.get(input.requestId());
        requests.issue(request.id(), context.today());
        notices.send(new Notice(
                context.caseNumber(),
                "permit",
                "Permit: " + request.applicant(),
                Channel.MAIL,
                new Addressee(request.applicant(), request.address(), null),
                Map.of(
                        "applicant", request.applicant(),
                        "days", request.days(),
                        "firstDay", context.today(),
                        "fee", input.fee()),
                "Sample Code § 3",
                null));
        return Nothing.NOTHING;
    }
}
