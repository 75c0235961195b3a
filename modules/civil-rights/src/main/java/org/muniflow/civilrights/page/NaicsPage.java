package org.muniflow.civilrights.page;

import static org.muniflow.civilrights.page.Problems.given;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.page.Visit;
import org.muniflow.civilrights.file.ApplicationFile;
import org.muniflow.civilrights.file.ApplicationFiles;
import org.muniflow.civilrights.file.FileParts;
import org.muniflow.civilrights.file.RequestedNaics;
import org.muniflow.civilrights.reference.ReferenceData;
import org.muniflow.civilrights.table.Table;

/** The types of work asked for (KCMO Code § 3-461(f), (k), (m)(13)). */
final class NaicsPage extends ApplicationPage<NaicsPage.Form> {

    private final Table<RequestedNaics> naics;
    private final ReferenceData reference;

    NaicsPage(ApplicationFiles files, FileParts parts, ReferenceData reference) {
        super("naics", "Types of work", Form.class, files);
        this.naics = parts.naics();
        this.reference = reference;
    }

    /** One type of work. */
    record Form(
            @Nullable @Pattern(regexp = "\\d{6}", message = "A NAICS code has six digits")
            String code,

            @Nullable Boolean performedAndControlled,

            @Nullable
            @PositiveOrZero(message = "Enter receipts of 0 or more")
            @Digits(integer = 12, fraction = 2, message = "Enter dollars and cents, for example 1250000.00")
            BigDecimal ownReceipts,

            @Nullable @PositiveOrZero(message = "Enter a number of 0 or more")
            Integer ownEmployees) {}

    @Override
    public View show(String recordId, Visit visit) {
        ApplicationFile file = files.load(recordId);
        LocalDate on = file.application().receivedOn();
        String item = item(visit);
        Form form = file.naics().stream()
                .filter(n -> n.id().equals(item))
                .map(n -> new Form(n.code(), n.performedAndControlled(), n.ownReceipts(), n.ownEmployees()))
                .findFirst()
                .orElse(null);
        Map<String, String> codes = new LinkedHashMap<>();
        reference.naics(on).forEach(known -> codes.put(known.code(), known.code() + " " + known.title()));
        return sheet(
                file,
                Map.of("code", codes),
                form,
                List.of(Part.of(
                                "naics",
                                "Types of work asked for",
                                "A firm is certified only for work that it now performs and controls"
                                        + " (§ 3-461(m)(13)).")
                        .table(
                                List.of("Code", "Title", "Performs it", "Own receipts", "Employees", "Size standard"),
                                file.naics().stream()
                                        .map(n -> Part.row(
                                                n.id(),
                                                n.code(),
                                                codes.getOrDefault(n.code(), "not in the table")
                                                        .replaceFirst("^\\d{6} ", ""),
                                                n.performedAndControlled(),
                                                Words.money(n.ownReceipts()),
                                                n.ownEmployees(),
                                                standard(n.code(), on)))
                                        .toList(),
                                "No type of work is entered yet.")
                        .changing(form == null ? "" : item)
                        .form(
                                form == null ? "Add a type of work" : "Change the type of work",
                                Field.select("code", "NAICS code", "The industry code that denotes the work.")
                                        .must(),
                                Field.check(
                                        "performedAndControlled", "The firm now performs and controls this work", ""),
                                Field.money("ownReceipts", "The firm's annual receipts", "Without its affiliates."),
                                Field.number("ownEmployees", "The firm's employees", "Without its affiliates."))
                        .button("save-naics", "Save type of work")));
    }

    private String standard(String code, LocalDate on) {
        return reference
                .sizeStandard(code, on)
                .map(s -> s.measure().equals("RECEIPTS")
                        ? Words.money(s.ceiling())
                        : s.ceiling().stripTrailingZeros().toPlainString() + " employees")
                .orElse("not loaded");
    }

    @Override
    public Saved submit(String recordId, Form form, Visit visit) {
        ApplicationFile file = open(recordId);
        String item = item(visit);
        boolean known = file.naics().stream().anyMatch(n -> n.id().equals(item));
        if (visit.action().equals("remove-naics")) {
            if (known) {
                naics.delete(item);
            }
            return saved(recordId, "Type of work removed.");
        }
        String code = form.code();
        new Problems()
                .need("code", code, "Choose the NAICS code.")
                .unless(
                        code == null
                                || reference
                                        .naics(code, file.application().receivedOn())
                                        .isPresent(),
                        "code",
                        "NAICS code " + code + " is not in the table of codes; ask for it to be loaded.")
                .unless(
                        file.naics().stream().noneMatch(n -> n.code().equals(code) && !n.id().equals(item)),
                        "code",
                        "This code is already entered; change that entry instead.")
                .refuseIfAny();
        RequestedNaics line = new RequestedNaics(
                known ? item : Table.newId(),
                recordId,
                given(code),
                yes(form.performedAndControlled()),
                form.ownReceipts(),
                form.ownEmployees());
        if (known) {
            naics.update(line, visit.user());
        } else {
            naics.insert(line, visit.user());
        }
        return saved(recordId, "Type of work saved.");
    }
}
