package org.muniflow.civilrights.page;

import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.page.Visit;
import org.muniflow.civilrights.file.Application;
import org.muniflow.civilrights.file.Application.Status;
import org.muniflow.civilrights.file.ApplicationFile;
import org.muniflow.civilrights.file.ApplicationFiles;
import org.muniflow.civilrights.file.Applications;
import org.muniflow.civilrights.file.Program;
import org.muniflow.civilrights.file.Submissions;

/** The application at a glance: where it stands, what its file holds, and the button that submits it. */
final class OverviewPage extends ApplicationPage<OverviewPage.Form> {

    private final Applications applications;
    private final Submissions submissions;

    OverviewPage(ApplicationFiles files, Applications applications, Submissions submissions) {
        super("application", "Application", Form.class, files);
        this.applications = applications;
        this.submissions = submissions;
    }

    /** What the application itself states. */
    record Form(
            @Nullable List<String> programs,
            @Nullable String dbeCertificateAuthority,
            @Nullable Boolean dbeDefinitionMet,
            @Nullable @Size(max = 1000) String discriminationInCity,
            @Nullable @Size(max = 1000) String discriminationInTrade) {}

    @Override
    public View show(String recordId, Visit visit) {
        ApplicationFile file = files.load(recordId);
        Application a = file.application();
        Part statements = Part.of("statements", "What it states", "")
                .form(
                        "Change what the application states",
                        Field.checks("programs", "Programs applied for", "").must(),
                        Field.select(
                                "dbeCertificateAuthority",
                                "Who issued its DBE certificate",
                                "If it asks for DBE recognition (§ 3-461(b))."),
                        Field.select(
                                "dbeDefinitionMet",
                                "Does it meet the federal definition of a DBE?",
                                "§ 3-421(a)(21); leave open before it is verified."),
                        Field.area(
                                "discriminationInCity",
                                "Past discrimination in the city",
                                "What the documents or affidavit show (§ 3-461(b))."),
                        Field.area("discriminationInTrade", "Past discrimination in the firm's trade or industry", ""))
                .button("save-application", "Save");
        Part submit = Part.of(
                "submit",
                "Submit",
                "Starts the case. An application is received even if papers are missing; the file shows what is.");
        return sheet(
                file,
                facts(file),
                Map.of("programs", Choices.programs(), "dbeCertificateAuthority", Choices.authorities()),
                new Form(
                        a.programs(),
                        a.dbeCertificateAuthority(),
                        a.dbeDefinitionMet(),
                        a.discriminationInCity(),
                        a.discriminationInTrade()),
                a.status() == Status.DRAFT
                        ? List.of(
                                contents(file),
                                statements,
                                submit.form("Submit the application")
                                        .button("submit-application", "Submit application"))
                        : List.of(contents(file), statements));
    }

    private static Map<String, String> facts(ApplicationFile file) {
        Application a = file.application();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Status", Words.of(a.status()));
        facts.put("Case", a.caseNumber() == null ? "not submitted yet" : a.caseNumber());
        facts.put("Received on", Words.of(a.receivedOn()));
        facts.put("Submitted on", Words.of(a.submittedOn()));
        facts.put("Documents due on", Words.of(a.documentsDueOn()));
        facts.put("Documents received on", Words.of(a.documentsReceivedOn()));
        facts.put("Withdrawn on", Words.of(a.withdrawnOn()));
        facts.put("Decided on", Words.of(a.decidedOn()));
        return facts;
    }

    private static Part contents(ApplicationFile file) {
        return Part.of("contents", "What the file holds", "Follow the links beside to enter what is missing.")
                .table(
                        List.of("Page", "Entered"),
                        List.of(
                                Part.row("owners", "Owners", count(file.owners())),
                                Part.row("interests", "Ownership interests", count(file.interests())),
                                Part.row("affiliates", "Affiliates", count(file.affiliates())),
                                Part.row("naics", "Types of work", count(file.naics())),
                                Part.row("net-worth", "Net worth statements", statements(file)),
                                Part.row("offices", "Offices", count(file.offices())),
                                Part.row("employees", "Employees", count(file.employees())),
                                Part.row("transactions", "Business transacted", count(file.transactions()))),
                        "");
    }

    private static String count(List<?> entered) {
        return entered.isEmpty() ? "none" : String.valueOf(entered.size());
    }

    private static String statements(ApplicationFile file) {
        return file.statements().size() + " of " + file.owners().size() + " owners";
    }

    @Override
    public Saved submit(String recordId, Form form, Visit visit) {
        ApplicationFile file = open(recordId);
        return visit.action().equals("submit-application")
                ? submitApplication(file, visit)
                : saveStatements(file.application(), form, visit.user());
    }

    private Saved submitApplication(ApplicationFile file, Visit visit) {
        new Problems()
                .unless(
                        file.application().status() == Status.DRAFT,
                        "",
                        "This application was submitted before, as case "
                                + file.application().caseNumber() + ".")
                .unless(!file.owners().isEmpty(), "", "Enter at least one owner on the page Owners.")
                .unless(!file.naics().isEmpty(), "", "Enter at least one NAICS code on the page Types of work.")
                .refuseIfAny();
        String caseNumber = submissions.submit(file.application().id(), visit.today(), visit.user());
        return saved(file.application().id(), "Submitted as case " + caseNumber + ".");
    }

    private Saved saveStatements(Application a, Form form, String user) {
        List<String> programs = form.programs() == null ? List.of() : form.programs();
        new Problems()
                .need("programs", programs, "Choose at least one program.")
                .unless(Choices.arePrograms(programs), "programs", "Choose from the listed programs.")
                .unless(
                        a.status() == Status.DRAFT || a.dbeRequested() == programs.contains(Program.DBE.name()),
                        "programs",
                        "DBE recognition can be added or dropped only before the application is submitted.")
                .refuseIfAny();
        applications.change(
                new Application(
                        a.id(),
                        a.firmId(),
                        a.kind(),
                        programs,
                        a.status(),
                        a.receivedOn(),
                        a.submittedOn(),
                        a.caseNumber(),
                        programs.contains(Program.DBE.name()),
                        form.dbeCertificateAuthority(),
                        form.dbeDefinitionMet(),
                        form.discriminationInCity(),
                        form.discriminationInTrade(),
                        a.documentsDueOn(),
                        a.documentsReceivedOn(),
                        a.withdrawnOn(),
                        a.decidedOn()),
                user);
        return saved(a.id(), "Application saved.");
    }
}
