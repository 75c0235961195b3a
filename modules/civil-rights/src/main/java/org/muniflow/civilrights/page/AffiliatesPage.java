package org.muniflow.civilrights.page;

import static org.muniflow.civilrights.page.Problems.given;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.page.Visit;
import org.muniflow.civilrights.file.Affiliate;
import org.muniflow.civilrights.file.ApplicationFile;
import org.muniflow.civilrights.file.ApplicationFiles;
import org.muniflow.civilrights.file.FileParts;
import org.muniflow.civilrights.table.Table;

/** The firms whose size counts with the applicant's (KCMO Code § 3-461(k)). */
final class AffiliatesPage extends ApplicationPage<AffiliatesPage.Form> {

    private final Table<Affiliate> affiliates;

    AffiliatesPage(ApplicationFiles files, FileParts parts) {
        super("affiliates", "Affiliates", Form.class, files);
        this.affiliates = parts.affiliates();
    }

    /** One affiliate. */
    record Form(
            @Nullable @Size(max = 200) String name,
            @Nullable @Size(max = 500) String basis,

            @Nullable
            @PositiveOrZero(message = "Enter receipts of 0 or more")
            @Digits(integer = 12, fraction = 2, message = "Enter dollars and cents, for example 1250000.00")
            BigDecimal annualReceipts,

            @Nullable @PositiveOrZero(message = "Enter a number of 0 or more")
            Integer employees,

            @Nullable @Size(max = 300) String naicsCodes) {}

    @Override
    public View show(String recordId, Visit visit) {
        ApplicationFile file = files.load(recordId);
        String item = item(visit);
        Form form = file.affiliates().stream()
                .filter(a -> a.id().equals(item))
                .map(a -> new Form(
                        a.name(), a.basis(), a.annualReceipts(), a.employees(), String.join(", ", a.naicsCodes())))
                .findFirst()
                .orElse(null);
        return sheet(
                file,
                Map.of(),
                form,
                List.of(Part.of(
                                "affiliate",
                                "Affiliates",
                                "Firms that control the applicant, are controlled by it, or stand under the same control,"
                                        + " and firms of its qualifying owners.")
                        .table(
                                List.of("Name", "Why an affiliate", "Annual receipts", "Employees", "NAICS codes"),
                                file.affiliates().stream()
                                        .map(a -> Part.row(
                                                a.id(),
                                                a.name(),
                                                a.basis(),
                                                Words.money(a.annualReceipts()),
                                                a.employees(),
                                                a.naicsCodes()))
                                        .toList(),
                                "No affiliate is entered.")
                        .changing(form == null ? "" : item)
                        .form(
                                form == null ? "Add an affiliate" : "Change the affiliate",
                                Field.text("name", "Name", "").must(),
                                Field.text("basis", "Why it is an affiliate", "For example same majority owner.")
                                        .must(),
                                Field.money("annualReceipts", "Annual receipts", "In dollars.")
                                        .must(),
                                Field.number("employees", "Employees", "").must(),
                                Field.text("naicsCodes", "NAICS codes", "Six digits each, separated by commas."))
                        .button("save-affiliate", "Save affiliate")));
    }

    @Override
    public Saved submit(String recordId, Form form, Visit visit) {
        ApplicationFile file = open(recordId);
        String item = item(visit);
        boolean known = file.affiliates().stream().anyMatch(a -> a.id().equals(item));
        if (visit.action().equals("remove-affiliate")) {
            if (known) {
                affiliates.delete(item);
            }
            return saved(recordId, "Affiliate removed.");
        }
        List<String> codes = form.naicsCodes() == null
                ? List.of()
                : Arrays.stream(form.naicsCodes().split("[,\\s]+"))
                        .filter(code -> !code.isEmpty())
                        .toList();
        new Problems()
                .need("name", form.name(), "Enter the affiliate's name.")
                .need("basis", form.basis(), "Say what makes it an affiliate.")
                .need("annualReceipts", form.annualReceipts(), "Enter its annual receipts, 0 if none.")
                .need("employees", form.employees(), "Enter its number of employees, 0 if none.")
                .unless(
                        codes.stream().allMatch(code -> code.matches("\\d{6}")),
                        "naicsCodes",
                        "A NAICS code has six digits; separate several by commas.")
                .refuseIfAny();
        Affiliate affiliate = new Affiliate(
                known ? item : Table.newId(),
                recordId,
                given(form.name()),
                given(form.basis()),
                given(form.annualReceipts()),
                given(form.employees()),
                codes);
        if (known) {
            affiliates.update(affiliate, visit.user());
        } else {
            affiliates.insert(affiliate, visit.user());
        }
        return saved(recordId, "Affiliate saved.");
    }
}
