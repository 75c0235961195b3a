package org.muniflow.civilrights.audit;

import java.time.LocalDate;
import org.muniflow.api.casework.Notice.Channel;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Delegate;
import org.muniflow.api.delegate.Nothing;
import org.muniflow.api.delegate.Offered;
import org.muniflow.civilrights.file.Application.Status;
import org.muniflow.civilrights.file.ApplicationFile;
import org.muniflow.civilrights.file.ApplicationFiles;
import org.muniflow.civilrights.file.Applications;
import org.muniflow.civilrights.file.Presence;
import org.muniflow.civilrights.finding.Audits;
import org.muniflow.civilrights.review.Keeper;
import org.muniflow.civilrights.review.Letters;

/** Schedules the on-site audit and tells the firm when and where it takes place. */
@Offered(title = "Announce audit", cites = "KCMO Code § 3-461(e)")
final class AnnounceAudit implements Delegate<AnnounceAudit.Input, Nothing> {

    private final ApplicationFiles files;
    private final Applications applications;
    private final Audits audits;
    private final Letters letters;

    AnnounceAudit(ApplicationFiles files, Applications applications, Audits audits, Letters letters) {
        this.files = files;
        this.applications = applications;
        this.audits = audits;
        this.letters = letters;
    }

    /**
     * What it reads.
     *
     * @param applicationId the application
     * @param auditScheduledOn the day set for the audit
     */
    record Input(String applicationId, LocalDate auditScheduledOn) {}

    @Override
    public Nothing execute(Input input, CaseContext context) {
        ApplicationFile file = files.load(input.applicationId());
        String by = Keeper.by(context);
        audits.schedule(input.applicationId(), input.auditScheduledOn(), by);
        applications.moveTo(input.applicationId(), Status.ON_SITE_AUDIT, by);
        letters.send(
                context,
                "audit-announcement",
                "On-site audit",
                Channel.MAIL,
                file.firm(),
                Letters.to(file.firm())
                        .with("auditScheduledOn", input.auditScheduledOn())
                        .with("place", place(file)),
                "KCMO Code § 3-461(e)",
                null);
        return Nothing.NOTHING;
    }

    private static String place(ApplicationFile file) {
        return file.offices().stream()
                .filter(Presence.Office::principal)
                .findFirst()
                .map(office ->
                        office.street() + ", " + office.city() + ", " + office.state() + " " + office.postalCode())
                .orElse(String.join(", ", file.firm().mailingAddress()));
    }
}
