package org.muniflow.civilrights.page;

import static org.muniflow.civilrights.page.Problems.given;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.page.Rejected;
import org.muniflow.api.page.Visit;
import org.muniflow.civilrights.file.ApplicationFile;
import org.muniflow.civilrights.file.ApplicationFiles;
import org.muniflow.civilrights.file.FileParts;
import org.muniflow.civilrights.file.Presence;
import org.muniflow.civilrights.reference.ReferenceData;
import org.muniflow.civilrights.table.Table;

/** What shows a real and substantial presence in the area (KCMO Code § 3-461(d)). */
final class PresencePage extends ApplicationPage<PresencePage.Form> {

    private final FileParts parts;
    private final ReferenceData reference;

    PresencePage(ApplicationFiles files, FileParts parts, ReferenceData reference) {
        super("presence", "Presence in the area", Form.class, files);
        this.parts = parts;
        this.reference = reference;
    }

    /** An office, an employee or a transaction, whichever part of the page was sent. */
    record Form(
            @Nullable @Size(max = 200) String street,
            @Nullable @Size(max = 100) String city,
            @Nullable @Size(max = 60) String county,

            @Nullable @Pattern(regexp = "[A-Z]{2}", message = "Enter the state as two capital letters, for example MO")
            String state,

            @Nullable
            @Pattern(regexp = "\\d{5}(-\\d{4})?", message = "Enter the ZIP code as five digits, for example 64106")
            String postalCode,

            @Nullable Boolean principal,

            @Nullable @PastOrPresent(message = "The office cannot be occupied since a day to come")
            LocalDate occupiedSince,

            @Nullable String office,
            @Nullable @Size(max = 100) String reference,
            @Nullable Boolean fullTime,

            @Nullable
            @DecimalMin(value = "0", message = "Enter a percentage from 0 to 100")
            @DecimalMax(value = "100", message = "Enter a percentage from 0 to 100")
            BigDecimal percentTimeInArea,

            @Nullable @PastOrPresent(message = "Business cannot have been transacted in the future")
            LocalDate transactedOn,

            @Nullable Boolean inArea,
            @Nullable @Size(max = 500) String description) {}

    @Override
    public View show(String recordId, Visit visit) {
        ApplicationFile file = files.load(recordId);
        Map<String, String> offices = new LinkedHashMap<>();
        file.offices().forEach(o -> offices.put(o.id(), o.street() + ", " + o.city()));
        String area = reference.counties(file.application().receivedOn()).stream()
                .map(c -> c.county() + " " + c.state())
                .collect(Collectors.joining(", "));
        return sheet(
                file,
                Map.of("Counties of the area", area),
                Map.of("office", offices),
                null,
                List.of(offices(file), employees(file, offices), transactions(file)));
    }

    private static Part offices(ApplicationFile file) {
        return Part.of("office", "Offices", "The principal office must have been in the area for six months.")
                .table(
                        List.of("Street", "City", "County", "State", "Principal", "Since"),
                        file.offices().stream()
                                .map(o -> Part.row(
                                        o.id(),
                                        o.street(),
                                        o.city(),
                                        o.county(),
                                        o.state(),
                                        o.principal(),
                                        o.occupiedSince()))
                                .toList(),
                        "No office is entered yet.")
                .removing()
                .form(
                        "Add an office",
                        Field.text("street", "Street", "").must(),
                        Field.text("city", "City", "").must(),
                        Field.text("county", "County", "For example Jackson.").must(),
                        Field.text("state", "State", "Two letters, for example MO.")
                                .must(),
                        Field.text("postalCode", "ZIP code", "").must(),
                        Field.check("principal", "This is the principal office", ""),
                        Field.date("occupiedSince", "Occupied since", "As lease or deed shows.")
                                .must())
                .button("save-office", "Save office");
    }

    private static Part employees(ApplicationFile file, Map<String, String> offices) {
        return Part.of(
                        "employee",
                        "Employees",
                        "Full-time employees in an office of the area who spend most of their time on business there.")
                .table(
                        List.of("Reference", "Office", "Full time", "Time in the area"),
                        file.employees().stream()
                                .map(e -> Part.row(
                                        e.id(),
                                        e.reference(),
                                        offices.get(e.officeId()),
                                        e.fullTime(),
                                        Words.percent(e.percentTimeInArea())))
                                .toList(),
                        "No employee is entered yet.")
                .removing()
                .form(
                        "Add an employee",
                        Field.text("reference", "Reference", "A payroll number, not a name.")
                                .must(),
                        Field.select("office", "Office", "").must(),
                        Field.check("fullTime", "Employed full time", ""),
                        Field.number(
                                        "percentTimeInArea",
                                        "Percent of working time on business in the area",
                                        "More than 50 is needed.")
                                .must())
                .button("save-employee", "Save employee");
    }

    private static Part transactions(ApplicationFile file) {
        return Part.of(
                        "transaction",
                        "Business transacted",
                        "More than one transaction in the area within the last three years is needed.")
                .table(
                        List.of("On", "In the area", "Description"),
                        file.transactions().stream()
                                .map(t -> Part.row(t.id(), t.transactedOn(), t.inArea(), t.description()))
                                .toList(),
                        "No transaction is entered yet.")
                .removing()
                .form(
                        "Add a transaction",
                        Field.date("transactedOn", "On", "").must(),
                        Field.check("inArea", "It took place in the area", ""),
                        Field.text("description", "Description", "For example the contract or invoice.")
                                .must())
                .button("save-transaction", "Save transaction");
    }

    @Override
    public Saved submit(String recordId, Form form, Visit visit) {
        ApplicationFile file = open(recordId);
        String item = item(visit);
        switch (visit.action()) {
            case "save-office" -> saveOffice(file, form, visit.user());
            case "save-employee" -> saveEmployee(file, form, visit.user());
            case "save-transaction" -> saveTransaction(file, form, visit.user());
            case "remove-office" -> removeOffice(file, item);
            case "remove-employee" ->
                file.employees().stream().filter(e -> e.id().equals(item)).forEach(e -> parts.employees()
                        .delete(item));
            case "remove-transaction" ->
                file.transactions().stream().filter(t -> t.id().equals(item)).forEach(t -> parts.transactions()
                        .delete(item));
            default -> throw new Rejected("", "Press one of the buttons on the page.");
        }
        return saved(recordId, visit.action().startsWith("remove") ? "Removed." : "Saved.");
    }

    private void removeOffice(ApplicationFile file, String item) {
        if (file.employees().stream().anyMatch(e -> e.officeId().equals(item))) {
            throw new Rejected("", "Employees work from this office; remove these first.");
        }
        file.offices().stream().filter(o -> o.id().equals(item)).forEach(o -> parts.offices()
                .delete(item));
    }

    private void saveOffice(ApplicationFile file, Form form, String user) {
        new Problems()
                .need("street", form.street(), "Enter the street.")
                .need("city", form.city(), "Enter the city.")
                .need("county", form.county(), "Enter the county.")
                .need("state", form.state(), "Enter the state.")
                .need("postalCode", form.postalCode(), "Enter the ZIP code.")
                .need("occupiedSince", form.occupiedSince(), "Enter since when the firm has this office.")
                .unless(
                        !yes(form.principal()) || file.offices().stream().noneMatch(Presence.Office::principal),
                        "principal",
                        "A principal office is already entered; a firm has one.")
                .refuseIfAny();
        parts.offices()
                .insert(
                        new Presence.Office(
                                Table.newId(),
                                file.application().id(),
                                given(form.street()),
                                given(form.city()),
                                given(form.county()),
                                given(form.state()),
                                given(form.postalCode()),
                                yes(form.principal()),
                                given(form.occupiedSince())),
                        user);
    }

    private void saveEmployee(ApplicationFile file, Form form, String user) {
        new Problems()
                .need("reference", form.reference(), "Enter a reference, for example the payroll number.")
                .unless(
                        file.offices().stream().anyMatch(o -> o.id().equals(form.office())),
                        "office",
                        "Choose the office from which the employee works.")
                .need("percentTimeInArea", form.percentTimeInArea(), "Enter the percentage of working time.")
                .unless(
                        file.employees().stream()
                                .noneMatch(e -> e.reference().equalsIgnoreCase(String.valueOf(form.reference()))),
                        "reference",
                        "This employee is already entered.")
                .refuseIfAny();
        parts.employees()
                .insert(
                        new Presence.Employee(
                                Table.newId(),
                                file.application().id(),
                                given(form.office()),
                                given(form.reference()),
                                yes(form.fullTime()),
                                given(form.percentTimeInArea())),
                        user);
    }

    private void saveTransaction(ApplicationFile file, Form form, String user) {
        new Problems()
                .need("transactedOn", form.transactedOn(), "Enter the day.")
                .need("description", form.description(), "Say what the business was.")
                .refuseIfAny();
        parts.transactions()
                .insert(
                        new Presence.Transaction(
                                Table.newId(),
                                file.application().id(),
                                given(form.transactedOn()),
                                yes(form.inArea()),
                                given(form.description())),
                        user);
    }
}
