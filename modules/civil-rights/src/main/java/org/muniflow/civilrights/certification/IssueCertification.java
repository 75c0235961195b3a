package org.muniflow.civilrights.certification;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Delegate;
import org.muniflow.api.delegate.Offered;
import org.muniflow.api.law.Rules;
import org.muniflow.civilrights.file.Application.Status;
import org.muniflow.civilrights.file.ApplicationFile;
import org.muniflow.civilrights.file.ApplicationFiles;
import org.muniflow.civilrights.file.Applications;
import org.muniflow.civilrights.file.Interest;
import org.muniflow.civilrights.file.Owner;
import org.muniflow.civilrights.file.Program;
import org.muniflow.civilrights.lifecycle.CertificationTerm;
import org.muniflow.civilrights.review.Keeper;
import org.muniflow.civilrights.review.MachineFindings;
import org.muniflow.civilrights.review.WholeRecord;
import org.muniflow.civilrights.standing.Certifications;
import org.muniflow.civilrights.standing.PriorStanding;
import org.muniflow.civilrights.standing.PriorStandings;
import org.muniflow.civilrights.table.Table;

/**
 * Certifies the firm in each chosen program for the types of work its owners control; the certification expires
 * three years from its date (R-264, C-101). What rules find on the day of the decision is kept, and so are the people
 * behind the firm, for look-backs to come.
 *
 * <p>Assumed: the term of § 3-461(n) is that of every certification, mentor/protégé too.
 */
@Offered(title = "Issue certification", cites = "KCMO Code § 3-461(n); KCMO Code § 3-461(m)(13)")
final class IssueCertification implements Delegate<IssueCertification.Input, IssueCertification.Output> {

    private final ApplicationFiles files;
    private final Applications applications;
    private final Certifications certifications;
    private final PriorStandings standings;
    private final MachineFindings machine;
    private final WholeRecord record;
    private final CertificationTerm term;
    private final Keeper keeper;
    private final Rules rules;

    IssueCertification(
            ApplicationFiles files,
            Applications applications,
            Certifications certifications,
            PriorStandings standings,
            MachineFindings machine,
            WholeRecord record,
            CertificationTerm term,
            Keeper keeper,
            Rules rules) {
        this.files = files;
        this.applications = applications;
        this.certifications = certifications;
        this.standings = standings;
        this.machine = machine;
        this.record = record;
        this.term = term;
        this.keeper = keeper;
        this.rules = rules;
    }

    /**
     * What it reads.
     *
     * @param applicationId the application
     * @param certifyMbe whether as an MBE; null for no
     * @param certifyWbe whether as a WBE; null for no
     * @param certifyMentorProtege whether as mentor/protégé; null for no
     */
    record Input(
            String applicationId,
            @Nullable Boolean certifyMbe,
            @Nullable Boolean certifyWbe,
            @Nullable Boolean certifyMentorProtege) {}

    /**
     * What it writes.
     *
     * @param certifiedOn the certification date
     * @param expiresOn the last day of the certification
     */
    record Output(LocalDate certifiedOn, LocalDate expiresOn) {}

    @Override
    public Output execute(Input input, CaseContext context) {
        ApplicationFile file = files.load(input.applicationId());
        String by = Keeper.by(context);
        keeper.record(input.applicationId(), machine.of(file), context);
        LocalDate certifiedOn = context.today();
        LocalDate expiresOn = Objects.requireNonNull(
                rules.ask(term, new CertificationTerm.Facts(certifiedOn)).value());
        List<String> work = Objects.requireNonNullElse(record.work(file).value(), List.of());
        for (Program program :
                Decision.programs(input.certifyMbe(), input.certifyWbe(), input.certifyMentorProtege())) {
            certifications.issue(file.firm().id(), input.applicationId(), program, certifiedOn, expiresOn, work, by);
        }
        file.owners().forEach(owner -> remember(file, owner, certifiedOn, by));
        applications.decide(input.applicationId(), Status.APPROVED, certifiedOn, by);
        return new Output(certifiedOn, expiresOn);
    }

    private void remember(ApplicationFile file, Owner owner, LocalDate since, String by) {
        BigDecimal percent = file.interestsIn(null).stream()
                .filter(interest -> owner.id().equals(interest.ownerId()))
                .map(interest -> part(interest))
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
        standings.record(
                new PriorStanding.Controller(
                        Table.newId(),
                        file.firm().id(),
                        owner.name(),
                        percent,
                        owner.controlsFirm() || owner.highestOfficer() || owner.generalPartner(),
                        since,
                        null),
                by);
    }

    private static BigDecimal part(Interest interest) {
        BigDecimal all = interest.percentOfAll();
        return all == null ? interest.percentOfClass() : all;
    }
}
