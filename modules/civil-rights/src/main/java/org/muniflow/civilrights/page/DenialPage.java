package org.muniflow.civilrights.page;

import static org.muniflow.civilrights.page.Problems.given;

import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.page.Rejected;
import org.muniflow.api.page.Visit;
import org.muniflow.civilrights.file.ApplicationFile;
import org.muniflow.civilrights.file.ApplicationFiles;
import org.muniflow.civilrights.finding.Determination;
import org.muniflow.civilrights.finding.Determinations;
import org.muniflow.civilrights.standing.Denial;
import org.muniflow.civilrights.standing.Denials;
import org.muniflow.civilrights.standing.ReasonCode;
import org.muniflow.civilrights.table.Table;

/** The grounds of a denial, chosen by the director with their sections (KCMO Code § 3-461(r), (s)(3)). */
final class DenialPage extends ApplicationPage<DenialPage.Form> {

    private final Denials denials;
    private final Determinations determinations;

    DenialPage(ApplicationFiles files, Denials denials, Determinations determinations) {
        super("denial", "Denial", Form.class, files);
        this.denials = denials;
        this.determinations = determinations;
    }

    /** One ground. */
    record Form(
            @Nullable ReasonCode code,
            @Nullable @Size(max = 2000) String explanation) {}

    @Override
    public View show(String recordId, Visit visit) {
        ApplicationFile file = files.load(recordId);
        List<Determination> unmet = determinations.standing(recordId).stream()
                .filter(finding -> !finding.met())
                .toList();
        return sheet(
                file,
                denials.ofApplication(recordId).map(DenialPage::facts).orElse(Map.of()),
                Map.of("code", Choices.reasonCodes()),
                null,
                List.of(
                        Part.of("suggested", "What findings suggest", "Criteria that were found not met.")
                                .table(
                                        List.of("Criterion", "Grounds", "Reasons", "Section"),
                                        unmet.stream()
                                                .map(d -> Part.row(
                                                        d.id(),
                                                        d.criterion().title(),
                                                        d.reasonCodes(),
                                                        d.reasons(),
                                                        d.cites()))
                                                .toList(),
                                        "No criterion was found not met."),
                        Part.of(
                                        "ground",
                                        "Grounds of the denial",
                                        "The notice states each ground with its section. Missing documents, presence"
                                                + " and size leave no administrative reconsideration (§ 3-461(r)(4)).")
                                .table(
                                        List.of("Ground", "Section", "Why it applies", "Reconsideration", "Chosen by"),
                                        denials.grounds(recordId).stream()
                                                .map(g -> Part.row(
                                                        g.id(),
                                                        g.code().text(),
                                                        g.cites(),
                                                        g.explanation(),
                                                        g.code().reconsiderable(),
                                                        g.chosenBy()))
                                                .toList(),
                                        "No ground is chosen yet.")
                                .removing()
                                .form(
                                        "Choose a ground",
                                        Field.select("code", "Ground", "").must(),
                                        Field.area(
                                                        "explanation",
                                                        "Why it applies to this firm",
                                                        "The firm reads this sentence in the notice.")
                                                .must())
                                .button("save-ground", "Add ground")));
    }

    private static Map<String, String> facts(Denial denial) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Denied on", Words.of(denial.deniedOn()));
        facts.put("Appeal", denial.appealRoute());
        facts.put("May not apply again through", Words.of(denial.barredUntil()));
        return facts;
    }

    @Override
    public Saved submit(String recordId, Form form, Visit visit) {
        open(recordId);
        if (!visit.groups().contains(DIRECTOR)) {
            throw new Rejected("", "Only the director chooses the grounds of a denial.");
        }
        if (visit.action().equals("remove-ground")) {
            String item = item(visit);
            denials.grounds(recordId).stream()
                    .filter(ground -> ground.id().equals(item))
                    .forEach(ground -> denials.drop(ground.id()));
            return saved(recordId, "Ground removed.");
        }
        new Problems()
                .need("code", form.code(), "Choose the ground.")
                .need("explanation", form.explanation(), "Say why it applies to this firm.")
                .refuseIfAny();
        ReasonCode code = given(form.code());
        denials.choose(
                new Denial.Ground(
                        Table.newId(),
                        recordId,
                        code,
                        given(form.explanation()),
                        code.cites(),
                        visit.user(),
                        visit.today()),
                visit.user());
        return saved(recordId, "Ground added.");
    }
}
