package org.muniflow.civilrights.page;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muniflow.api.page.RecordPage;
import org.muniflow.api.page.UnknownRecord;
import org.muniflow.api.page.Visit;
import org.muniflow.civilrights.file.Application;
import org.muniflow.civilrights.file.Application.Status;
import org.muniflow.civilrights.file.Applications;
import org.muniflow.civilrights.file.Firm;
import org.muniflow.civilrights.file.Firms;
import org.muniflow.civilrights.file.Program;
import org.muniflow.civilrights.table.Table;

/** Opens a file for an application that came on paper; its stamp, not today, is its date of receipt. */
final class NewApplicationPage implements RecordPage<NewApplicationForm> {

    private final Firms firms;
    private final Applications applications;

    NewApplicationPage(Firms firms, Applications applications) {
        this.firms = firms;
        this.applications = applications;
    }

    @Override
    public String key() {
        return "new-application";
    }

    @Override
    public String title() {
        return "New application";
    }

    @Override
    public Class<NewApplicationForm> form() {
        return NewApplicationForm.class;
    }

    @Override
    public String template() {
        return "sheet";
    }

    @Override
    public Set<String> readers() {
        return Set.of(ApplicationPage.ANALYST, ApplicationPage.DIRECTOR);
    }

    @Override
    public Set<String> editors() {
        return readers();
    }

    @Override
    public View show(String recordId, Visit visit) {
        if (!recordId.equals("new")) {
            throw new UnknownRecord(recordId);
        }
        Part part = Part.of(
                        "new",
                        "The application",
                        "Enter what is on its first page; the rest follows on the file's own pages. A firm that the"
                                + " city knows by its tax id is found again.")
                .form(
                        "Open a file",
                        Field.date("receivedOn", "Received on", "The city's stamp; the law counts from this day."),
                        Field.text("federalTaxId", "Federal tax id", "For example 12-3456789."),
                        Field.text("legalName", "Legal name of the firm", "As registered with the state."),
                        Field.select("entityType", "Legal form", ""),
                        Field.checks("programs", "Programs applied for", "A firm may hold several."),
                        Field.text("mailingStreet", "Mailing address: street", "Notices go here."),
                        Field.text("mailingCity", "Mailing address: city", ""),
                        Field.text("mailingState", "Mailing address: state", "Two letters, for example MO."),
                        Field.text("mailingPostalCode", "Mailing address: ZIP code", ""),
                        Field.text("email", "E-mail address", ""),
                        Field.text("phone", "Telephone", ""))
                .button("open-file", "Open the file");
        return new View(
                "MBE/WBE certification",
                Map.of(
                        "facts", Map.of(),
                        "parts", List.of(part),
                        "options", Map.of("programs", Choices.programs())),
                null);
    }

    @Override
    public Saved submit(String recordId, NewApplicationForm form, Visit visit) {
        new Problems()
                .unless(
                        !form.receivedOn().isAfter(visit.today()),
                        "receivedOn",
                        "The date of receipt lies in the future; enter the date of the city's stamp.")
                .unless(Choices.arePrograms(form.programs()), "programs", "Choose from the listed programs.")
                .unless(
                        firms.byTaxId(form.federalTaxId())
                                .map(firm ->
                                        applications.ofFirm(firm.id()).stream().noneMatch(ApplicationPage::isOpen))
                                .orElse(true),
                        "federalTaxId",
                        "This firm already has an open application; go on with that one.")
                .refuseIfAny();
        Firm firm = firms.byTaxId(form.federalTaxId())
                .map(known -> firms.change(form.changed(known), visit.user()))
                .orElseGet(() -> firms.add(form.newFirm(Table.newId()), visit.user()));
        Application application = applications.add(
                new Application(
                        Table.newId(),
                        firm.id(),
                        Application.Kind.NEW,
                        form.programs(),
                        Status.DRAFT,
                        form.receivedOn(),
                        null,
                        null,
                        form.programs().contains(Program.DBE.name()),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                visit.user());
        return new Saved(
                "The file is open. Enter the rest on its pages, then submit the application.",
                ApplicationPage.ADDRESS + "application/" + application.id());
    }
}
