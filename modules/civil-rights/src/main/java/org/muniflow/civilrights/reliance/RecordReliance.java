package org.muniflow.civilrights.reliance;

import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Delegate;
import org.muniflow.api.delegate.Nothing;
import org.muniflow.api.delegate.Offered;
import org.muniflow.civilrights.finding.DbeRecognition;
import org.muniflow.civilrights.finding.DbeRecognitions;
import org.muniflow.civilrights.review.Keeper;
import org.muniflow.civilrights.table.Table;

/** Records that the firm is recognized as a DBE in reliance on its certificate. */
@Offered(title = "Record DBE recognition", cites = "KCMO Code § 3-461(b)")
final class RecordReliance implements Delegate<OfCertificate, Nothing> {

    private final DbeRecognitions recognitions;

    RecordReliance(DbeRecognitions recognitions) {
        this.recognitions = recognitions;
    }

    @Override
    public Nothing execute(OfCertificate input, CaseContext context) {
        recognitions.record(
                new DbeRecognition(
                        Table.newId(),
                        input.applicationId(),
                        DbeRecognition.Basis.RELIANCE,
                        input.certificateAuthority().name(),
                        true,
                        context.today()),
                Keeper.by(context));
        return Nothing.NOTHING;
    }
}
