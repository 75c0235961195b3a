package org.muniflow.civilrights.page;

import static org.muniflow.civilrights.page.Problems.given;

import java.util.List;
import java.util.Map;
import org.muniflow.api.page.Rejected;
import org.muniflow.api.page.Visit;
import org.muniflow.civilrights.file.ApplicationFile;
import org.muniflow.civilrights.file.ApplicationFiles;
import org.muniflow.civilrights.file.FileParts;
import org.muniflow.civilrights.file.Owner;
import org.muniflow.civilrights.table.Table;

/** The owners, one at a time (KCMO Code § 3-421(a)(33), (46); § 3-461(j), (m)). */
final class OwnersPage extends ApplicationPage<OwnerForm> {

    private final Table<Owner> owners;

    OwnersPage(ApplicationFiles files, FileParts parts) {
        super("owners", "Owners", OwnerForm.class, files);
        this.owners = parts.owners();
    }

    @Override
    public View show(String recordId, Visit visit) {
        ApplicationFile file = files.load(recordId);
        String item = item(visit);
        return sheet(
                file,
                Map.of(),
                file.owner(item).map(OwnerForm::of).orElse(null),
                List.of(Part.of(
                                "owner",
                                "Owners",
                                "Every person who owns a part of the firm or controls it, qualifying or not.")
                        .table(
                                List.of("Name", "Citizenship", "Minority category", "Woman", "Controls", "Questioned"),
                                file.owners().stream()
                                        .map(o -> Part.row(
                                                o.id(),
                                                o.name(),
                                                o.citizenship(),
                                                o.minorityCategory(),
                                                o.isWoman(),
                                                o.controlsFirm(),
                                                o.statusQuestioned()))
                                        .toList(),
                                "No owner is entered yet.")
                        .changing(item)
                        .form(item.isEmpty() ? "Add an owner" : "Change the owner", fields())
                        .button("save-owner", "Save owner")));
    }

    private static Field[] fields() {
        return new Field[] {
            Field.text("name", "Full name", "As on the identity document.").must(),
            Field.select("citizenship", "Citizenship", "LPR is a lawful permanent resident.")
                    .must(),
            Field.select("minorityCategory", "Minority category claimed", "Choose \"None\" if none is claimed.")
                    .must(),
            Field.check(
                    "selfIdentifiedHistorically",
                    "Has historically and consistently identified so",
                    "Needed for every category but the case-by-case one (§ 3-421(a)(33))."),
            Field.check("tribalAffiliation", "Has a tribal affiliation", "Native American only."),
            Field.number("descentFraction", "Native American descent", "A fraction from 0 to 1, for example 0.25."),
            Field.check("isWoman", "Claims to be a woman owner", "§ 3-421(a)(46)."),
            Field.check("controlsFirm", "Is said to control the firm", "§ 3-461(m)."),
            Field.check("highestOfficer", "Holds the highest office", "§ 3-461(m)(3)(a)."),
            Field.check("generalPartner", "Is a general partner", "Partnerships only (§ 3-461(m)(3)(c))."),
            Field.area("licenses", "Licenses held", "Kind, number and issuing authority (§ 3-461(m)(7))."),
            Field.area("outsideEmployment", "Work outside the firm", "Employer and hours (§ 3-461(m)(9))."),
            Field.area("familyRelations", "Relatives in the firm", "Name, relation and role (§ 3-461(m)(10))."),
            Field.area("remuneration", "What the firm pays the person", "§ 3-461(m)(8)."),
            Field.check(
                    "statusQuestioned",
                    "The director has reason to question the status",
                    "The person must then prove it (§ 3-461(j))."),
            Field.area("questionReason", "Why the status is questioned", "Needed when it is questioned.")
        };
    }

    @Override
    public Saved submit(String recordId, OwnerForm form, Visit visit) {
        ApplicationFile file = open(recordId);
        String item = item(visit);
        if (visit.action().equals("remove-owner")) {
            return remove(file, item);
        }
        new Problems()
                .need("name", form.name(), "Enter the owner's full name.")
                .need("citizenship", form.citizenship(), "Choose the owner's citizenship.")
                .need("minorityCategory", form.minorityCategory(), "Choose a category, or \"None\".")
                .unless(
                        !yes(form.statusQuestioned()) || form.questionReason() != null,
                        "questionReason",
                        "Say why the status is questioned.",
                        "KCMO Code § 3-461(j)")
                .unless(
                        file.owners().stream()
                                .noneMatch(o ->
                                        !o.id().equals(item) && o.name().equalsIgnoreCase(String.valueOf(form.name()))),
                        "name",
                        "This owner is already entered; change that entry instead.")
                .refuseIfAny();
        boolean isNew = file.owner(item).isEmpty();
        Owner owner = owner(isNew ? Table.newId() : item, recordId, form);
        if (isNew) {
            owners.insert(owner, visit.user());
        } else {
            owners.update(owner, visit.user());
        }
        return saved(recordId, "Owner saved.");
    }

    private Saved remove(ApplicationFile file, String ownerId) {
        boolean used = file.interests().stream()
                        .anyMatch(i -> ownerId.equals(i.ownerId())
                                || ownerId.equals(i.trustGrantorId())
                                || ownerId.equals(i.trustBeneficiaryId())
                                || ownerId.equals(i.trustTrusteeId()))
                || file.statement(ownerId).isPresent()
                || !file.assetsOf(ownerId).isEmpty()
                || !file.liabilitiesOf(ownerId).isEmpty()
                || !file.transfersOf(ownerId).isEmpty()
                || file.contributions().stream().anyMatch(c -> c.ownerId().equals(ownerId));
        if (used) {
            throw new Rejected(
                    "", "This owner still has interests, contributions or net worth on file; remove these first.");
        }
        if (file.owner(ownerId).isPresent()) {
            owners.delete(ownerId);
        }
        return saved(file.application().id(), "Owner removed.");
    }

    private static Owner owner(String id, String applicationId, OwnerForm form) {
        return new Owner(
                id,
                applicationId,
                given(form.name()),
                given(form.citizenship()),
                given(form.minorityCategory()),
                yes(form.selfIdentifiedHistorically()),
                yes(form.tribalAffiliation()),
                form.descentFraction(),
                yes(form.isWoman()),
                yes(form.statusQuestioned()),
                form.questionReason(),
                yes(form.controlsFirm()),
                yes(form.highestOfficer()),
                yes(form.generalPartner()),
                form.licenses(),
                form.outsideEmployment(),
                form.familyRelations(),
                form.remuneration());
    }
}
