package org.muniflow.civilrights.certification;

import java.time.LocalDate;
import java.util.List;
import org.muniflow.api.casework.Journal;
import org.muniflow.api.casework.Ledger;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Delegate;
import org.muniflow.api.delegate.Nothing;
import org.muniflow.api.delegate.Offered;
import org.muniflow.civilrights.file.Application;
import org.muniflow.civilrights.file.Applications;
import org.muniflow.civilrights.finding.Determination.Criterion;
import org.muniflow.civilrights.review.Found;
import org.muniflow.civilrights.review.Keeper;
import org.muniflow.civilrights.standing.Denials;
import org.muniflow.civilrights.standing.ReasonCode;

/**
 * Withdraws the finding of missing documents, since they were received by the deadline and only keyed after it.
 * Documents received after the deadline leave the finding as it stands; whether to deny all the same is the director's.
 */
@Offered(title = "Restore timely file", cites = "KCMO Code § 3-461(g)")
final class RestoreTimelyFile implements Delegate<RestoreTimelyFile.Input, Nothing> {

    private final Applications applications;
    private final Denials denials;
    private final Keeper keeper;
    private final Journal journal;
    private final Ledger ledger;

    RestoreTimelyFile(Applications applications, Denials denials, Keeper keeper, Journal journal, Ledger ledger) {
        this.applications = applications;
        this.denials = denials;
        this.keeper = keeper;
        this.journal = journal;
        this.ledger = ledger;
    }

    /**
     * What it reads.
     *
     * @param applicationId the application
     * @param documentsReceivedOn the day on which the city received the documents
     */
    record Input(String applicationId, LocalDate documentsReceivedOn) {}

    @Override
    public Nothing execute(Input input, CaseContext context) {
        Application application = applications.get(input.applicationId());
        LocalDate due = application.documentsDueOn();
        boolean timely = due == null || !input.documentsReceivedOn().isAfter(due);
        if (timely) {
            ledger.timelyAct(context.caseNumber(), "C-DOCUMENTS", input.documentsReceivedOn());
            applications.moveTo(input.applicationId(), Application.Status.UNDER_REVIEW, Keeper.by(context));
            Found found = new Found(Criterion.DOCUMENTS, null, null, null, true, "TIMELY", List.of(), List.of("R-262"));
            keeper.record(input.applicationId(), List.of(found), context);
            denials.grounds(input.applicationId()).stream()
                    .filter(ground -> ground.code() == ReasonCode.DOCUMENTS_MISSING)
                    .forEach(ground -> denials.drop(ground.id()));
        }
        journal.write(
                context.caseNumber(),
                input.applicationId(),
                "Documents received on " + input.documentsReceivedOn() + " were keyed after the deadline of " + due
                        + (timely ? "; they are timely." : "; they are late."),
                "KCMO Code § 3-461(g)");
        return Nothing.NOTHING;
    }
}
