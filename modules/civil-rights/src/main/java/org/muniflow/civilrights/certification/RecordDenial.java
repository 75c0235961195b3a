package org.muniflow.civilrights.certification;

import java.util.List;
import java.util.stream.Collectors;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Delegate;
import org.muniflow.api.delegate.Nothing;
import org.muniflow.api.delegate.Offered;
import org.muniflow.civilrights.file.Application;
import org.muniflow.civilrights.file.Applications;
import org.muniflow.civilrights.file.Program;
import org.muniflow.civilrights.review.Keeper;
import org.muniflow.civilrights.standing.Certifications;
import org.muniflow.civilrights.standing.Denial;
import org.muniflow.civilrights.standing.Denials;
import org.muniflow.civilrights.table.Table;

/** Records the denial with its grounds, appeal route and bar. */
@Offered(title = "Record denial", cites = "KCMO Code § 3-461(r)")
final class RecordDenial implements Delegate<OfDenial, Nothing> {

    private static final int LONGEST = 4000;

    private final Applications applications;
    private final Certifications certifications;
    private final Denials denials;

    RecordDenial(Applications applications, Certifications certifications, Denials denials) {
        this.applications = applications;
        this.certifications = certifications;
        this.denials = denials;
    }

    @Override
    public Nothing execute(OfDenial input, CaseContext context) {
        Application application = applications.get(input.applicationId());
        List<Denial.Ground> grounds = denials.grounds(input.applicationId());
        String by = Keeper.by(context);
        String reasons = grounds.stream().map(Denial.Ground::explanation).collect(Collectors.joining(" "));
        denials.record(
                new Denial(
                        Table.newId(),
                        application.id(),
                        application.firmId(),
                        context.today(),
                        grounds.stream().map(ground -> ground.code().name()).toList(),
                        reasons.length() <= LONGEST ? reasons : reasons.substring(0, LONGEST),
                        grounds.stream()
                                .map(ground -> ground.code().cites())
                                .distinct()
                                .collect(Collectors.joining("; ")),
                        certifications.currentlyCertified(application.firmId(), context.today()),
                        application.dbeRequested() || application.asksFor(Program.DBE),
                        grounds.stream().allMatch(ground -> ground.code().reconsiderable()),
                        input.appealRoute().name(),
                        input.barredUntil(),
                        null,
                        by),
                by);
        applications.decide(application.id(), Application.Status.DENIED, context.today(), by);
        return Nothing.NOTHING;
    }
}
