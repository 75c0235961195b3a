package org.muniflow.civilrights.page;

import static org.muniflow.civilrights.page.Problems.given;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.Documents;
import org.muniflow.api.law.Citation;
import org.muniflow.api.page.Visit;
import org.muniflow.civilrights.file.ApplicationFile;
import org.muniflow.civilrights.file.ApplicationFiles;
import org.muniflow.civilrights.file.Owner;
import org.muniflow.civilrights.file.Program;
import org.muniflow.civilrights.finding.Determination;
import org.muniflow.civilrights.finding.Determination.Kind;
import org.muniflow.civilrights.finding.Determinations;
import org.muniflow.civilrights.standing.ReasonCode;
import org.muniflow.civilrights.table.Table;

/** What people found on each criterion, beside what the rules found (KCMO Code § 3-461(i)-(m)). */
final class DeterminationsPage extends ApplicationPage<DeterminationsPage.Form> {

    private final Determinations determinations;
    private final Documents documents;

    DeterminationsPage(ApplicationFiles files, Determinations determinations, Documents documents) {
        super("determinations", "Determinations", Form.class, files);
        this.determinations = determinations;
        this.documents = documents;
    }

    /** One finding. */
    record Form(
            Determination.@Nullable Criterion criterion,
            @Nullable Program program,

            @Nullable @Pattern(regexp = "\\d{6}", message = "A NAICS code has six digits")
            String naics,

            @Nullable String ownerId,
            @Nullable Boolean met,
            Determination.@Nullable StandardOfProof standardOfProof,
            @Nullable ReasonCode reasonCode,
            @Nullable @Size(max = 4000) String reasons,
            @Nullable List<String> evidence,
            @Nullable @Size(max = 1000) String cites) {}

    @Override
    public View show(String recordId, Visit visit) {
        ApplicationFile file = files.load(recordId);
        List<Determination> standing = determinations.standing(recordId);
        Map<String, String> owners = new LinkedHashMap<>();
        file.owners().forEach(owner -> owners.put(owner.id(), owner.name()));
        Map<String, String> codes = new LinkedHashMap<>();
        file.naics().forEach(line -> codes.put(line.code(), line.code()));
        Map<String, String> papers = new LinkedHashMap<>();
        documents.readable(recordId, visit.groups()).forEach(d -> papers.put(d.id(), d.fileName()));
        return sheet(
                file,
                Map.of(
                        "ownerId", owners,
                        "naics", codes,
                        "evidence", papers,
                        "reasonCode", Choices.reasonCodes()),
                null,
                List.of(
                        table(file, standing, Kind.MACHINE, "rules", "What the rules found", "No rule has run yet."),
                        table(file, standing, Kind.HUMAN, "people", "What people found", "Nothing is found yet.")
                                .form(
                                        "Record a finding",
                                        Field.select("criterion", "Criterion", "")
                                                .must(),
                                        Field.select("program", "Program", "Leave open for all."),
                                        Field.select("naics", "Type of work", "Leave open for all."),
                                        Field.select("ownerId", "Owner", "Leave open if it is about the firm."),
                                        Field.radio("met", "Is it met?", "").must(),
                                        Field.select(
                                                        "standardOfProof",
                                                        "Standard of proof",
                                                        "Preponderance, unless the Code asks for clear and convincing"
                                                                + " evidence (§ 3-461(l)(7), (m)(11)).")
                                                .must(),
                                        Field.select("reasonCode", "If not met, on which ground", ""),
                                        Field.area("reasons", "Reasons", "What was looked at and what it shows.")
                                                .must(),
                                        Field.checks(
                                                "evidence",
                                                "Evidence considered",
                                                "The documents on which the finding rests."),
                                        Field.text(
                                                "cites", "Section", "Left open: the section that sets the criterion."))
                                .button("record-finding", "Record finding")));
    }

    private static Part table(
            ApplicationFile file, List<Determination> standing, Kind kind, String key, String title, String none) {
        return Part.of(key, title, "")
                .table(
                        List.of("Criterion", "Program", "Work", "Owner", "Met", "Reasons", "Section", "By", "On"),
                        standing.stream()
                                .filter(d -> d.kind() == kind)
                                .map(d -> Part.row(
                                        d.id(),
                                        d.criterion().title(),
                                        d.program(),
                                        d.naics(),
                                        file.owner(d.ownerId()).map(Owner::name).orElse("—"),
                                        d.met(),
                                        d.reasons(),
                                        d.cites(),
                                        kind == Kind.MACHINE ? String.join(", ", d.ruleIds()) : d.decidedBy(),
                                        d.decidedOn()))
                                .toList(),
                        none);
    }

    @Override
    public Saved submit(String recordId, Form form, Visit visit) {
        ApplicationFile file = open(recordId);
        List<String> papers = documents.readable(recordId, visit.groups()).stream()
                .map(Documents.StoredDocument::id)
                .toList();
        List<String> evidence = form.evidence() == null ? List.of() : form.evidence();
        boolean met = yes(form.met());
        new Problems()
                .need("criterion", form.criterion(), "Choose the criterion.")
                .need("met", form.met(), "Say whether it is met.")
                .need("standardOfProof", form.standardOfProof(), "Choose the standard of proof.")
                .need("reasons", form.reasons(), "Give the reasons; a finding without reasons cannot stand.")
                .unless(form.met() == null || met || form.reasonCode() != null, "reasonCode", "Choose the ground.")
                .unless(
                        form.naics() == null
                                || file.naics().stream()
                                        .anyMatch(line -> line.code().equals(form.naics())),
                        "naics",
                        "The firm did not ask for this type of work.")
                .unless(
                        form.ownerId() == null || file.owner(form.ownerId()).isPresent(),
                        "ownerId",
                        "Choose one of the owners.")
                .unless(papers.containsAll(evidence), "evidence", "Choose from the documents on file.")
                .unless(
                        papers.isEmpty() || !evidence.isEmpty(),
                        "evidence",
                        "Mark the documents on which the finding rests.",
                        "KCMO Code § 3-461(i)")
                .unless(readable(form.cites()), "cites", "Write the section as KCMO Code § 3-461(l)(2).")
                .refuseIfAny();
        Determination.Criterion criterion = given(form.criterion());
        ReasonCode reasonCode = form.reasonCode();
        Program program = form.program();
        determinations.record(
                new Determination(
                        Table.newId(),
                        recordId,
                        criterion,
                        program == null ? null : program.name(),
                        form.naics(),
                        form.ownerId(),
                        Kind.HUMAN,
                        given(form.standardOfProof()),
                        met,
                        null,
                        met || reasonCode == null ? List.of() : List.of(reasonCode.name()),
                        given(form.reasons()),
                        evidence,
                        List.of(),
                        form.cites() == null ? criterion.cites() : form.cites(),
                        visit.user(),
                        visit.today(),
                        null),
                visit.user());
        return saved(recordId, "Finding recorded: " + criterion.title() + (met ? " met." : " not met."));
    }

    private static boolean readable(@Nullable String cites) {
        if (cites == null) {
            return true;
        }
        try {
            Citation.parseAll(cites);
            return true;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
