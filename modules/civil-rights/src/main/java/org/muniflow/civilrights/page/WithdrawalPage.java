package org.muniflow.civilrights.page;

import static org.muniflow.civilrights.page.Problems.given;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.Cases;
import org.muniflow.api.page.Rejected;
import org.muniflow.api.page.Visit;
import org.muniflow.civilrights.file.Application;
import org.muniflow.civilrights.file.ApplicationFile;
import org.muniflow.civilrights.file.ApplicationFiles;
import org.muniflow.civilrights.finding.Audits;

/** The firm's withdrawal of its application (KCMO Code § 3-461(h)). */
final class WithdrawalPage extends ApplicationPage<WithdrawalPage.Form> {

    private final Audits audits;
    private final Cases cases;

    WithdrawalPage(ApplicationFiles files, Audits audits, Cases cases) {
        super("withdrawal", "Withdrawal", Form.class, files);
        this.audits = audits;
        this.cases = cases;
    }

    /** The withdrawal. */
    record Form(@Nullable LocalDate withdrawnOn) {}

    @Override
    public View show(String recordId, Visit visit) {
        ApplicationFile file = files.load(recordId);
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Withdrawn on", Words.of(file.application().withdrawnOn()));
        facts.put(
                "On-site audit began on",
                audits.onSiteStartedOn(recordId).map(Words::of).orElse("not begun"));
        return sheet(
                file,
                facts,
                Map.of(),
                null,
                List.of(Part.of(
                                "withdrawal",
                                "Withdrawal",
                                "A firm may withdraw until an on-site audit begins. It may not apply again for one"
                                        + " year, and its documents stay on file.")
                        .form(
                                "Record a withdrawal",
                                Field.date("withdrawnOn", "Received on", "The day on which the city received it.")
                                        .must())
                        .button("withdraw", "Record the withdrawal")));
    }

    @Override
    public Saved submit(String recordId, Form form, Visit visit) {
        Application a = open(recordId).application();
        LocalDate on = form.withdrawnOn();
        new Problems()
                .need("withdrawnOn", on, "Enter the day on which the city received the withdrawal.")
                .unless(on == null || !on.isAfter(visit.today()), "withdrawnOn", "This day lies in the future.")
                .unless(
                        on == null || !on.isBefore(a.receivedOn()),
                        "withdrawnOn",
                        "The application itself came on " + Words.of(a.receivedOn()) + ".")
                .unless(a.caseNumber() != null, "", "The application is not submitted; there is nothing to withdraw.")
                .refuseIfAny();
        if (!cases.message(
                "withdrawalRequested",
                given(a.caseNumber()),
                Map.of("withdrawnOn", given(on).toString()))) {
            throw new Rejected("", "Case " + a.caseNumber() + " cannot take a withdrawal now; look at the case.");
        }
        return saved(recordId, "The withdrawal is recorded; the case shows whether it was allowed.");
    }
}
