package org.muniflow.civilrights.page;

import java.util.List;
import org.muniflow.civilrights.file.ApplicationFile;
import org.muniflow.civilrights.file.Interest;
import org.muniflow.civilrights.file.Owner;

/** The parts of the page of ownership interests. */
final class InterestFields {

    private InterestFields() {}

    static Part interests(ApplicationFile file, String item) {
        return Part.of(
                        "interest",
                        "Interests",
                        "What each person or holding company holds of each class, in the applicant or in a holding"
                                + " company. 51 percent of each class must be held by qualifying owners.")
                .table(
                        List.of("Holder", "Held in", "Class", "Votes", "Percent", "Acquired by", "Counted"),
                        file.interests().stream().map(i -> row(file, i)).toList(),
                        "No interest is entered yet.")
                .changing(item)
                .form(
                        item.isEmpty() ? "Add an interest" : "Change the interest",
                        Field.select("holder", "Who holds it", "Enter owners on the page Owners, companies below.")
                                .must(),
                        Field.select("heldInId", "Held in which company", "Leave open for the applicant itself."),
                        Field.text("interestClass", "Class", "For example Voting A, Non-voting, Member.")
                                .must(),
                        Field.check("voting", "This class votes", ""),
                        Field.number("percentOfClass", "Percent of the class", "Exact, for example 50.99.")
                                .must(),
                        Field.number("percentOfAll", "Percent of all stock", "Corporations with several classes only."),
                        Field.check(
                                "inPartnershipAgreement",
                                "The partnership agreement shows it",
                                "Partnerships only (§ 3-461(l)(1)(b))."),
                        Field.select("acquisitionMode", "How it was acquired", "§ 3-461(l)(5)-(9).")
                                .must(),
                        Field.date("acquiredOn", "Acquired on", ""),
                        Field.text("transferor", "From whom", "The person or firm that gave or sold it."),
                        Field.check(
                                "transferorQualifies", "That is a minority person, a woman or a certified firm", ""),
                        Field.check(
                                "transferorInFirmOrAffiliate",
                                "That person is involved in this firm or an affiliate",
                                "§ 3-461(l)(7)."),
                        Field.check(
                                "transferorInSimilarLine", "That person works in the same or a similar business", ""),
                        Field.check("transferorInOngoingBusiness", "That person does business with this firm", ""),
                        Field.check(
                                "presumptionRebutted",
                                "The presumption against gifts was rebutted",
                                "By clear and convincing evidence (§ 3-461(l)(7))."),
                        Field.select(
                                "renunciationDocumentId",
                                "The spouse's renunciation",
                                "Needed for marital assets; upload it on the page Evidence (§ 3-461(l)(8))."),
                        Field.check("heldInTrust", "A trust or guardian holds it", "§ 3-461(l)(3)."),
                        Field.check("trustRevocable", "It is a revocable living trust", ""),
                        Field.select("trustGrantorId", "Sole grantor", "Leave open if not an owner on file."),
                        Field.select("trustBeneficiaryId", "Sole beneficiary", "Leave open if not an owner on file."),
                        Field.select("trustTrusteeId", "Trustee", "Leave open if not an owner on file."),
                        Field.check(
                                "beneficiaryControls", "The beneficiary, not the trustee, effectively controls", ""),
                        Field.select("counted", "Is it counted?", "The reviewer's finding; leave open before."),
                        Field.area("countedReason", "Why it is counted or not", ""))
                .button("save-interest", "Save interest");
    }

    private static Part.Row row(ApplicationFile file, Interest i) {
        return Part.row(
                i.id(),
                holder(file, i),
                file.holding(i.heldInId()).map(c -> c.name()).orElse("The applicant"),
                i.interestClass(),
                i.voting(),
                Words.percent(i.percentOfClass()),
                i.acquisitionMode(),
                i.counted());
    }

    static String holder(ApplicationFile file, Interest i) {
        return file.owner(i.ownerId())
                .map(Owner::name)
                .or(() -> file.holding(i.holdingCompanyId()).map(c -> c.name()))
                .orElse("—");
    }

    static Part holdings(ApplicationFile file) {
        return Part.of(
                        "holding",
                        "Holding companies",
                        "Companies through which owners hold the applicant (§ 3-461(m)(20)).")
                .table(
                        List.of("Name", "Customary purpose", "Purpose", "Owns and controls the applicant"),
                        file.holdings().stream()
                                .map(c -> Part.row(
                                        c.id(), c.name(), c.customaryPurpose(), c.purpose(), c.ownsAndControlsFirm()))
                                .toList(),
                        "There is none.")
                .removing()
                .form(
                        "Add a holding company",
                        Field.text("companyName", "Name", "").must(),
                        Field.check(
                                "customaryPurpose",
                                "It was set up for a purpose customary in the industry",
                                "Such as tax or capitalization."),
                        Field.text("purpose", "The purpose", ""),
                        Field.check("ownsAndControlsFirm", "It owns and controls the applicant", ""))
                .button("save-holding", "Save holding company");
    }

    static Part contributions(ApplicationFile file) {
        return Part.of(
                        "contribution",
                        "Contributions",
                        "What owners put in for their interests; it must be real and substantial (§ 3-461(l)(4), (5)).")
                .table(
                        List.of("Owner", "Kind", "Amount", "Evidence", "Real and substantial"),
                        file.contributions().stream()
                                .map(c -> Part.row(
                                        c.id(),
                                        file.owner(c.ownerId()).map(Owner::name).orElse("—"),
                                        c.kind(),
                                        Words.money(c.amount()),
                                        c.evidence(),
                                        c.realAndSubstantial()))
                                .toList(),
                        "None is entered yet.")
                .removing()
                .form(
                        "Add a contribution",
                        Field.select("contributor", "Owner", "").must(),
                        Field.select("contributionKind", "Kind", "").must(),
                        Field.money("contributionAmount", "Value", "In dollars.")
                                .must(),
                        Field.area("contributionEvidence", "What shows it", "For example a bank statement.")
                                .must(),
                        Field.select("realAndSubstantial", "Is it real and substantial?", "The reviewer's finding."))
                .button("save-contribution", "Save contribution");
    }
}
