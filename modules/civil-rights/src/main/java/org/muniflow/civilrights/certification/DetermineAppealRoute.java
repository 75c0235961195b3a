package org.muniflow.civilrights.certification;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Delegate;
import org.muniflow.api.delegate.Offered;
import org.muniflow.api.law.Rules;
import org.muniflow.civilrights.denial.DenialAppealRoute;
import org.muniflow.civilrights.denial.DenialBar;
import org.muniflow.civilrights.file.Application;
import org.muniflow.civilrights.file.Applications;
import org.muniflow.civilrights.file.Program;
import org.muniflow.civilrights.review.OfApplication;
import org.muniflow.civilrights.standing.Certifications;
import org.muniflow.civilrights.standing.Denial;
import org.muniflow.civilrights.standing.Denials;
import org.muniflow.civilrights.standing.ReasonCode;

/** Finds where the firm may appeal the denial and how long it may not apply again. */
@Offered(title = "Determine appeal route", cites = "KCMO Code § 3-461(r)")
final class DetermineAppealRoute implements Delegate<OfApplication, DetermineAppealRoute.Output> {

    private final Applications applications;
    private final Certifications certifications;
    private final Denials denials;
    private final DenialAppealRoute route;
    private final DenialBar bar;
    private final Rules rules;

    DetermineAppealRoute(
            Applications applications,
            Certifications certifications,
            Denials denials,
            DenialAppealRoute route,
            DenialBar bar,
            Rules rules) {
        this.applications = applications;
        this.certifications = certifications;
        this.denials = denials;
        this.route = route;
        this.bar = bar;
        this.rules = rules;
    }

    /**
     * What it writes.
     *
     * @param appealRoute NONE, CITY or UCP
     * @param barredUntil the last day of the bar; null if there is none
     */
    record Output(String appealRoute, @Nullable LocalDate barredUntil) {}

    @Override
    public Output execute(OfApplication input, CaseContext context) {
        Application application = applications.get(input.applicationId());
        List<ReasonCode> codes = denials.grounds(input.applicationId()).stream()
                .map(Denial.Ground::code)
                .toList();
        boolean dbe = application.dbeRequested() || application.asksFor(Program.DBE);
        boolean certified = certifications.currentlyCertified(application.firmId(), context.today());
        return new Output(
                rules.ask(route, new DenialAppealRoute.Facts(codes, dbe)).outcome(),
                rules.ask(bar, new DenialBar.Facts(context.today(), certified, null))
                        .value());
    }
}
