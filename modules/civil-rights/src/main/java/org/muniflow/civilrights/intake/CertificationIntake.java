package org.muniflow.civilrights.intake;

import static org.muniflow.civilrights.intake.CertificationApplication.listed;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.muniflow.api.casework.Documents;
import org.muniflow.api.intake.Intake;
import org.muniflow.api.page.FieldProblem;
import org.muniflow.api.page.Rejected;
import org.muniflow.civilrights.file.Application;
import org.muniflow.civilrights.file.Application.Status;
import org.muniflow.civilrights.file.Applications;
import org.muniflow.civilrights.file.DocumentRequest;
import org.muniflow.civilrights.file.FileParts;
import org.muniflow.civilrights.file.Firm;
import org.muniflow.civilrights.file.Firms;
import org.muniflow.civilrights.file.Interest;
import org.muniflow.civilrights.file.OwnershipChart;
import org.muniflow.civilrights.file.Program;
import org.muniflow.civilrights.file.Submissions;
import org.muniflow.civilrights.reference.ReferenceData;
import org.muniflow.civilrights.table.Table;

/** Takes applications to be certified, files them, and starts their cases (KCMO Code § 3-461). */
final class CertificationIntake implements Intake<CertificationApplication> {

    private static final String BY = "portal";
    private static final Set<Status> DONE =
            Set.of(Status.NOT_ACCEPTED, Status.WITHDRAWN, Status.VOID, Status.DENIED, Status.APPROVED);

    private final Firms firms;
    private final Applications applications;
    private final FileParts parts;
    private final Submissions submissions;
    private final ReferenceData reference;
    private final Documents documents;

    CertificationIntake(
            Firms firms,
            Applications applications,
            FileParts parts,
            Submissions submissions,
            ReferenceData reference,
            Documents documents) {
        this.firms = firms;
        this.applications = applications;
        this.parts = parts;
        this.submissions = submissions;
        this.reference = reference;
        this.documents = documents;
    }

    @Override
    public String key() {
        return "certification";
    }

    @Override
    public String title() {
        return "Apply to be certified as a minority or women's business enterprise";
    }

    @Override
    public Class<CertificationApplication> input() {
        return CertificationApplication.class;
    }

    @Override
    public Receipt accept(CertificationApplication sent, LocalDate receivedOn) {
        List<FieldProblem> problems = new ArrayList<>(new Consistency(sent).problems(reference, receivedOn));
        String applicationId = Table.newId();
        Filing filing = new Filing(sent, applicationId);
        List<Interest> interests = filing.interests();
        new OwnershipChart(interests)
                .problems()
                .forEach(p -> problems.add(new FieldProblem(
                        p.field().replace("holdingCompanyId", "holdingCompany"), p.message(), p.cites())));
        boolean open = firms.byTaxId(sent.firm().federalTaxId()).stream()
                .flatMap(firm -> applications.ofFirm(firm.id()).stream())
                .anyMatch(application -> !DONE.contains(application.status()));
        if (open) {
            problems.add(FieldProblem.of(
                    "firm.federalTaxId",
                    "This firm already has an application under way; wait for its decision or withdraw it."));
        }
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
        Firm firm = firms.byTaxId(sent.firm().federalTaxId())
                .map(known -> firms.change(sent.firm().firm(known.id()), BY))
                .orElseGet(() -> firms.add(sent.firm().firm(Table.newId()), BY));
        applications.add(application(sent, applicationId, firm.id(), receivedOn), BY);
        filing.into(parts, interests, BY);
        store(sent, applicationId, receivedOn);
        String caseNumber = submissions.submit(applicationId, receivedOn, BY);
        return new Receipt(
                caseNumber,
                applicationId,
                receivedOn,
                "We received your application. We check whether it is complete and write to you about what comes next.");
    }

    private static Application application(
            CertificationApplication sent, String id, String firmId, LocalDate receivedOn) {
        return new Application(
                id,
                firmId,
                Application.Kind.NEW,
                sent.programs().stream().map(Program::name).distinct().toList(),
                Status.DRAFT,
                receivedOn,
                null,
                null,
                sent.programs().contains(Program.DBE),
                sent.dbeCertificateAuthority(),
                null,
                sent.discriminationInCity(),
                sent.discriminationInTrade(),
                null,
                null,
                null,
                null);
    }

    private void store(CertificationApplication sent, String applicationId, LocalDate receivedOn) {
        List<DocumentStatement> announced = listed(sent.documents());
        for (int i = 0; i < announced.size(); i++) {
            DocumentStatement document = announced.get(i);
            if (document.contentBase64() == null) {
                parts.requests()
                        .insert(
                                new DocumentRequest(
                                        Table.newId(), applicationId, document.type(), null, receivedOn, null, null),
                                BY);
                continue;
            }
            try {
                documents.store(
                        new Documents.NewDocument(
                                applicationId,
                                null,
                                document.type().name(),
                                document.fileName(),
                                receivedOn,
                                Boolean.TRUE.equals(document.confidential()),
                                BY),
                        new ByteArrayInputStream(Base64.getDecoder().decode(document.contentBase64())));
            } catch (IllegalArgumentException refused) {
                throw new Rejected("documents[" + i + "].contentBase64", String.valueOf(refused.getMessage()));
            }
        }
    }
}
