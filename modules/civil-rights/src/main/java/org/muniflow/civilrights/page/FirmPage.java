package org.muniflow.civilrights.page;

import java.util.List;
import java.util.Map;
import org.muniflow.api.page.Visit;
import org.muniflow.civilrights.file.ApplicationFile;
import org.muniflow.civilrights.file.ApplicationFiles;
import org.muniflow.civilrights.file.Firm;
import org.muniflow.civilrights.file.Firms;

/** What the firm says about itself (KCMO Code § 3-421(a)(34), (47); § 3-461(k), (m)). */
final class FirmPage extends ApplicationPage<FirmForm> {

    private final Firms firms;

    FirmPage(ApplicationFiles files, Firms firms) {
        super("firm", "Firm", FirmForm.class, files);
        this.firms = firms;
    }

    @Override
    public View show(String recordId, Visit visit) {
        ApplicationFile file = files.load(recordId);
        return sheet(
                file,
                Map.of("Federal tax id", file.firm().federalTaxId()),
                Map.of(),
                FirmForm.of(file.firm()),
                List.of(Part.of("firm", "The firm", "As the application and its documents state it.")
                        .form("Change the firm's data", fields())
                        .button("save-firm", "Save firm")));
    }

    private static Field[] fields() {
        return new Field[] {
            Field.text("legalName", "Legal name", "As registered with the state."),
            Field.text("tradeName", "Trade name", "If the firm does business under another name."),
            Field.select("entityType", "Legal form", "Decides how ownership is measured (§ 3-461(l)(1))."),
            Field.radio("forProfit", "Is it run for profit?", "Only for-profit firms can be certified."),
            Field.radio("functioning", "Is it an existing, currently functioning business?", "§ 3-461(k)."),
            Field.date("establishedOn", "Founded on", "As the state filed it."),
            Field.date("establishedInAreaOn", "In the metropolitan area since", ""),
            Field.text("principalOfficeCounty", "County of the principal office", "For example Jackson."),
            Field.text("principalOfficeState", "State of the principal office", "Two letters, for example MO."),
            Field.text("recordsLocation", "Where its records are kept", "Street and city (§ 3-421(a)(38))."),
            Field.text("mailingStreet", "Mailing address: street", "Notices go here; the directory shows it."),
            Field.text("mailingCity", "Mailing address: city", ""),
            Field.text("mailingState", "Mailing address: state", "Two letters."),
            Field.text("mailingPostalCode", "Mailing address: ZIP code", ""),
            Field.text("email", "E-mail address", "The directory shows it."),
            Field.radio("letterLanguage", "Language of letters", "The firm gets its letters in this language."),
            Field.text("phone", "Telephone", "With area code."),
            Field.text("fax", "Fax", "If it has one."),
            Field.radio("isFranchise", "Does it work under a franchise or license?", "§ 3-461(m)(14)."),
            Field.radio("franchisorAffiliated", "Is it an affiliate of the franchisor?", ""),
            Field.text("highestOfficer", "Who holds the highest office?", "§ 3-461(m)(3)."),
            Field.select(
                    "boardControlledByQualifying",
                    "Do qualifying owners control the board?",
                    "Leave open if there is no board."),
            Field.radio(
                    "everDeniedCertification",
                    "Has any authority ever denied it certification?",
                    "Federal, state or local, at any time (§ 3-461(b)).")
        };
    }

    @Override
    public Saved submit(String recordId, FirmForm form, Visit visit) {
        Firm firm = open(recordId).firm();
        firms.change(form.firm(firm.id(), firm.federalTaxId()), visit.user());
        return saved(recordId, "Firm saved.");
    }
}
