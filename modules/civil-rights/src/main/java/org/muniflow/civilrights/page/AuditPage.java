package org.muniflow.civilrights.page;

import static org.muniflow.civilrights.page.Problems.given;

import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.page.Rejected;
import org.muniflow.api.page.Visit;
import org.muniflow.civilrights.file.ApplicationFile;
import org.muniflow.civilrights.file.ApplicationFiles;
import org.muniflow.civilrights.finding.Audits;

/** The on-site audit: its start, a refusal, its report (KCMO Code § 3-461(e)). */
final class AuditPage extends ApplicationPage<AuditPage.Form> {

    private final Audits audits;

    AuditPage(ApplicationFiles files, Audits audits) {
        super("audit", "Audit", Form.class, files);
        this.audits = audits;
    }

    /** The report, or what was refused. */
    record Form(
            @Nullable @PastOrPresent(message = "The report cannot be dated in the future")
            LocalDate reportedOn,

            @Nullable @Size(max = 4000) String report,

            @Nullable @PastOrPresent(message = "A refusal cannot lie in the future")
            LocalDate refusedOn,

            @Nullable @Size(max = 2000) String refusalReason) {}

    @Override
    public View show(String recordId, Visit visit) {
        ApplicationFile file = files.load(recordId);
        Part all = Part.of(
                        "audits",
                        "Audits",
                        "The day is set and the start recorded in the tasks of the audit. Once it has begun, the"
                                + " application cannot be withdrawn any more (§ 3-461(h)).")
                .table(
                        List.of("Kind", "Scheduled on", "Began on", "Facilitated", "Refusal", "Report", "Reported on"),
                        audits.of(recordId).stream()
                                .map(a -> Part.row(
                                        a.id(),
                                        a.kind(),
                                        a.scheduledOn(),
                                        a.startedOn(),
                                        a.facilitated(),
                                        a.refusalReason(),
                                        a.report(),
                                        a.reportedOn()))
                                .toList(),
                        "No audit is ordered.");
        if (audits.latest(recordId).isEmpty()) {
            return sheet(file, Map.of(), null, List.of(all));
        }
        return sheet(
                file,
                Map.of(),
                null,
                List.of(
                        all,
                        Part.of("report", "Report", "What was seen and what it shows.")
                                .form(
                                        "Record the report",
                                        Field.date("reportedOn", "Date of the report", "")
                                                .must(),
                                        Field.area("report", "Report", "Persons met, papers and places seen, findings.")
                                                .must())
                                .button("save-report", "Save report"),
                        Part.of("refusal", "Refusal", "If the firm refused to facilitate the audit, say what and why.")
                                .form(
                                        "Record a refusal",
                                        Field.date("refusedOn", "Refused on", "")
                                                .must(),
                                        Field.area("refusalReason", "What was refused, and why", "")
                                                .must())
                                .button("save-refusal", "Save refusal")));
    }

    @Override
    public Saved submit(String recordId, Form form, Visit visit) {
        open(recordId);
        if (audits.latest(recordId).isEmpty()) {
            throw new Rejected("", "No audit is ordered for this application.");
        }
        if (visit.action().equals("save-refusal")) {
            new Problems()
                    .need("refusedOn", form.refusedOn(), "Enter the day of the refusal.")
                    .need("refusalReason", form.refusalReason(), "Say what was refused, and why.")
                    .refuseIfAny();
            audits.refuse(recordId, given(form.refusedOn()), given(form.refusalReason()), visit.user());
            return saved(recordId, "Refusal recorded.");
        }
        new Problems()
                .need("reportedOn", form.reportedOn(), "Enter the date of the report.")
                .need("report", form.report(), "Enter the report.")
                .refuseIfAny();
        audits.report(recordId, given(form.report()), given(form.reportedOn()), visit.user());
        return saved(recordId, "Report recorded.");
    }
}
