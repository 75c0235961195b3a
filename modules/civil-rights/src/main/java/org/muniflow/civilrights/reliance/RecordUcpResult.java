package org.muniflow.civilrights.reliance;

import java.time.LocalDate;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Delegate;
import org.muniflow.api.delegate.Nothing;
import org.muniflow.api.delegate.Offered;
import org.muniflow.civilrights.finding.DbeRecognition;
import org.muniflow.civilrights.finding.DbeRecognitions;
import org.muniflow.civilrights.review.Keeper;
import org.muniflow.civilrights.table.Table;

/** Records the result of the unified certification program's full review. */
@Offered(title = "Record UCP result", cites = "KCMO Code § 3-461(b)")
final class RecordUcpResult implements Delegate<RecordUcpResult.Input, Nothing> {

    private final DbeRecognitions recognitions;

    RecordUcpResult(DbeRecognitions recognitions) {
        this.recognitions = recognitions;
    }

    /**
     * What it reads.
     *
     * @param applicationId the application
     * @param ucpCertified whether the UCP certified the firm
     * @param ucpDecidedOn the date of its decision
     */
    record Input(String applicationId, boolean ucpCertified, LocalDate ucpDecidedOn) {}

    @Override
    public Nothing execute(Input input, CaseContext context) {
        recognitions.record(
                new DbeRecognition(
                        Table.newId(),
                        input.applicationId(),
                        DbeRecognition.Basis.UCP_RESULT,
                        DbeReliance.Authority.UCP.name(),
                        input.ucpCertified(),
                        input.ucpDecidedOn()),
                Keeper.by(context));
        return Nothing.NOTHING;
    }
}
