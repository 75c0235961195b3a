package org.muniflow.civilrights.page;

import static org.muniflow.civilrights.page.Problems.given;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.Documents;
import org.muniflow.api.page.FieldProblem;
import org.muniflow.api.page.Rejected;
import org.muniflow.api.page.Visit;
import org.muniflow.civilrights.file.ApplicationFile;
import org.muniflow.civilrights.file.ApplicationFiles;
import org.muniflow.civilrights.file.Contribution;
import org.muniflow.civilrights.file.DocumentType;
import org.muniflow.civilrights.file.FileParts;
import org.muniflow.civilrights.file.HoldingCompany;
import org.muniflow.civilrights.file.Interest;
import org.muniflow.civilrights.file.OwnershipChart;
import org.muniflow.civilrights.table.Table;

/** Who holds what: interests, holding companies and contributions (KCMO Code § 3-461(l), (m)(20)). */
final class InterestsPage extends ApplicationPage<InterestForm> {

    private final FileParts parts;
    private final Documents documents;

    InterestsPage(ApplicationFiles files, FileParts parts, Documents documents) {
        super("interests", "Ownership interests", InterestForm.class, files);
        this.parts = parts;
        this.documents = documents;
    }

    @Override
    public View show(String recordId, Visit visit) {
        ApplicationFile file = files.load(recordId);
        String item = item(visit);
        InterestForm form = file.interests().stream()
                .filter(i -> i.id().equals(item))
                .map(InterestForm::of)
                .findFirst()
                .orElse(null);
        return sheet(
                file,
                choices(file, visit),
                form,
                List.of(
                        InterestFields.interests(file, form == null ? "" : item),
                        InterestFields.holdings(file),
                        InterestFields.contributions(file)));
    }

    private Map<String, Map<String, String>> choices(ApplicationFile file, Visit visit) {
        Map<String, String> owners = new LinkedHashMap<>();
        file.owners().forEach(owner -> owners.put(owner.id(), owner.name()));
        Map<String, String> companies = new LinkedHashMap<>();
        file.holdings().forEach(company -> companies.put(company.id(), company.name()));
        Map<String, String> holders = new LinkedHashMap<>(owners);
        holders.putAll(companies);
        Map<String, String> renunciations = new LinkedHashMap<>();
        documents.ofRecord(file.application().id()).stream()
                .filter(document -> document.type().equals(DocumentType.SPOUSE_RENUNCIATION.name()))
                .forEach(document -> renunciations.put(document.id(), "On file, not for you to read"));
        documents.readable(file.application().id(), visit.groups()).stream()
                .filter(document -> renunciations.containsKey(document.id()))
                .forEach(document -> renunciations.put(document.id(), document.fileName()));
        return Map.of(
                "heldInId", companies,
                "holder", holders,
                "trustGrantorId", owners,
                "trustBeneficiaryId", owners,
                "trustTrusteeId", owners,
                "contributor", owners,
                "renunciationDocumentId", renunciations);
    }

    @Override
    public Saved submit(String recordId, InterestForm form, Visit visit) {
        ApplicationFile file = open(recordId);
        String item = item(visit);
        return switch (visit.action()) {
            case "save-interest" -> saveInterest(file, form, item, visit.user());
            case "remove-interest" -> {
                file.interests().stream().filter(i -> i.id().equals(item)).forEach(i -> parts.interests()
                        .delete(item));
                yield saved(recordId, "Interest removed.");
            }
            case "save-holding" -> saveHolding(recordId, form, visit.user());
            case "remove-holding" -> removeHolding(file, item);
            case "save-contribution" -> saveContribution(file, form, visit.user());
            case "remove-contribution" -> {
                file.contributions().stream().filter(c -> c.id().equals(item)).forEach(c -> parts.contributions()
                        .delete(item));
                yield saved(recordId, "Contribution removed.");
            }
            default -> throw new Rejected("", "Press one of the buttons on the page.");
        };
    }

    private Saved saveInterest(ApplicationFile file, InterestForm form, String item, String user) {
        boolean byOwner = file.owner(form.holder()).isPresent();
        boolean byCompany = file.holding(form.holder()).isPresent();
        new Problems()
                .unless(byOwner || byCompany, "holder", "Choose who holds the interest.")
                .unless(
                        form.heldInId() == null || file.holding(form.heldInId()).isPresent(),
                        "heldInId",
                        "Choose one of the listed companies, or leave it open for the applicant.")
                .need("interestClass", form.interestClass(), "Name the class, for example Voting A or Member.")
                .need("percentOfClass", form.percentOfClass(), "Enter the percentage held of the class.")
                .need("acquisitionMode", form.acquisitionMode(), "Choose how the interest was acquired.")
                .refuseIfAny();
        boolean isNew = file.interests().stream().noneMatch(i -> i.id().equals(item));
        Interest interest = interest(isNew ? Table.newId() : item, file, form, byOwner);
        List<Interest> after = new ArrayList<>(file.interests());
        after.removeIf(i -> i.id().equals(interest.id()));
        after.add(interest);
        String last = "interests[" + (after.size() - 1) + "].";
        List<FieldProblem> problems = new OwnershipChart(after)
                .problems().stream()
                        .filter(p -> p.field().startsWith(last))
                        .map(p -> new FieldProblem(
                                p.field().substring(last.length()).replace("holdingCompanyId", "holder"),
                                p.message(),
                                p.cites()))
                        .toList();
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
        if (isNew) {
            parts.interests().insert(interest, user);
        } else {
            parts.interests().update(interest, user);
        }
        return saved(file.application().id(), "Interest saved.");
    }

    private static Interest interest(String id, ApplicationFile file, InterestForm form, boolean byOwner) {
        @Nullable String holder = form.holder();
        return new Interest(
                id,
                file.application().id(),
                form.heldInId(),
                byOwner ? holder : null,
                byOwner ? null : holder,
                given(form.interestClass()),
                yes(form.voting()),
                given(form.percentOfClass()),
                form.percentOfAll(),
                yes(form.inPartnershipAgreement()),
                !yes(form.heldInTrust()),
                yes(form.heldInTrust()),
                yes(form.trustRevocable()),
                form.trustGrantorId(),
                form.trustBeneficiaryId(),
                form.trustTrusteeId(),
                yes(form.beneficiaryControls()),
                given(form.acquisitionMode()),
                form.acquiredOn(),
                form.transferor(),
                yes(form.transferorQualifies()),
                yes(form.transferorInFirmOrAffiliate()),
                yes(form.transferorInSimilarLine()),
                yes(form.transferorInOngoingBusiness()),
                form.renunciationDocumentId(),
                yes(form.presumptionRebutted()),
                form.counted(),
                form.countedReason());
    }

    private Saved saveHolding(String applicationId, InterestForm form, String user) {
        new Problems()
                .need("companyName", form.companyName(), "Enter the company's name.")
                .refuseIfAny();
        parts.holdings()
                .insert(
                        new HoldingCompany(
                                Table.newId(),
                                applicationId,
                                given(form.companyName()),
                                yes(form.customaryPurpose()),
                                form.purpose(),
                                yes(form.ownsAndControlsFirm())),
                        user);
        return saved(applicationId, "Holding company saved.");
    }

    private Saved removeHolding(ApplicationFile file, String item) {
        if (file.interests().stream().anyMatch(i -> item.equals(i.heldInId()) || item.equals(i.holdingCompanyId()))) {
            throw new Rejected("", "Interests name this company; remove these first.");
        }
        if (file.holding(item).isPresent()) {
            parts.holdings().delete(item);
        }
        return saved(file.application().id(), "Holding company removed.");
    }

    private Saved saveContribution(ApplicationFile file, InterestForm form, String user) {
        new Problems()
                .unless(file.owner(form.contributor()).isPresent(), "contributor", "Choose the owner.")
                .need("contributionKind", form.contributionKind(), "Choose capital or expertise.")
                .need("contributionAmount", form.contributionAmount(), "Enter its value in dollars.")
                .need("contributionEvidence", form.contributionEvidence(), "Say what shows the contribution.")
                .refuseIfAny();
        parts.contributions()
                .insert(
                        new Contribution(
                                Table.newId(),
                                file.application().id(),
                                given(form.contributor()),
                                given(form.contributionKind()),
                                given(form.contributionAmount()),
                                given(form.contributionEvidence()),
                                form.realAndSubstantial()),
                        user);
        return saved(file.application().id(), "Contribution saved.");
    }
}
