package org.muniflow.civilrights.reliance;

import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Delegate;
import org.muniflow.api.delegate.Offered;
import org.muniflow.api.law.Rules;
import org.muniflow.civilrights.eligibility.DiscriminationEvidence;
import org.muniflow.civilrights.file.ApplicationFile;
import org.muniflow.civilrights.file.ApplicationFiles;
import org.muniflow.civilrights.file.Applications;
import org.muniflow.civilrights.review.Keeper;

/** Decides whether the city relies on another body's DBE certificate. */
@Offered(title = "Decide reliance", cites = "KCMO Code § 3-461(b)")
final class DecideReliance implements Delegate<OfCertificate, DecideReliance.Output> {

    private final ApplicationFiles files;
    private final Applications applications;
    private final DiscriminationEvidence evidence;
    private final DbeReliance rule;
    private final Rules rules;

    DecideReliance(
            ApplicationFiles files,
            Applications applications,
            DiscriminationEvidence evidence,
            DbeReliance rule,
            Rules rules) {
        this.files = files;
        this.applications = applications;
        this.evidence = evidence;
        this.rule = rule;
        this.rules = rules;
    }

    /**
     * What it writes.
     *
     * @param reliance RELY or FULL_REVIEW
     */
    record Output(String reliance) {}

    @Override
    public Output execute(OfCertificate input, CaseContext context) {
        ApplicationFile file = files.load(input.applicationId());
        applications.verifyDbe(
                input.applicationId(), input.certificateAuthority().name(), input.definitionMet(), Keeper.by(context));
        var answer = rules.ask(
                rule,
                new DbeReliance.Facts(
                        input.certificateAuthority(),
                        input.valid(),
                        file.firm().everDeniedCertification(),
                        input.definitionMet(),
                        rules.ask(
                                        evidence,
                                        DiscriminationEvidence.Facts.of(
                                                file.application().discriminationInCity(),
                                                file.application().discriminationInTrade()))
                                .is("MET")));
        return new Output(answer.outcome());
    }
}
