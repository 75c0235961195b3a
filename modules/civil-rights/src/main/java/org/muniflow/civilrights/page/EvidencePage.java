package org.muniflow.civilrights.page;

import static org.muniflow.civilrights.page.Problems.given;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.Cases;
import org.muniflow.api.casework.Documents;
import org.muniflow.api.casework.Documents.StoredDocument;
import org.muniflow.api.page.FieldProblem;
import org.muniflow.api.page.Rejected;
import org.muniflow.api.page.UploadedFile;
import org.muniflow.api.page.Visit;
import org.muniflow.civilrights.file.Application;
import org.muniflow.civilrights.file.Application.Status;
import org.muniflow.civilrights.file.ApplicationFile;
import org.muniflow.civilrights.file.ApplicationFiles;
import org.muniflow.civilrights.file.Applications;
import org.muniflow.civilrights.file.DocumentRequest;
import org.muniflow.civilrights.file.DocumentType;
import org.muniflow.civilrights.file.RequiredDocuments;

/** The documents, what is still missing, and the day on which missing ones came (KCMO Code § 3-461(b), (c), (g)). */
final class EvidencePage extends ApplicationPage<EvidencePage.Form> {

    private final Applications applications;
    private final Documents documents;
    private final Cases cases;

    EvidencePage(ApplicationFiles files, Applications applications, Documents documents, Cases cases) {
        super("evidence", "Evidence", Form.class, files);
        this.applications = applications;
        this.documents = documents;
        this.cases = cases;
    }

    /** Papers, or the day on which the papers asked for came. */
    record Form(
            @Nullable DocumentType documentType,
            @Nullable LocalDate receivedOn,
            @Nullable Boolean confidential,
            @Nullable LocalDate documentsReceivedOn) {}

    @Override
    public View show(String recordId, Visit visit) {
        ApplicationFile file = files.load(recordId);
        Application a = file.application();
        List<StoredDocument> stored = documents.ofRecord(recordId);
        List<Part> parts = new ArrayList<>();
        parts.add(checklist(file, stored));
        parts.add(papers(documents.readable(recordId, visit.groups())));
        if (a.documentsDueOn() != null) {
            parts.add(Part.of(
                            "received",
                            "Documents that were asked for",
                            "Due " + Words.of(a.documentsDueOn())
                                    + ". Papers that came by that day count, even if they are keyed later.")
                    .table(
                            List.of("Document", "Asked for on", "Due", "Received"),
                            file.requests().stream()
                                    .map(r -> Part.row(
                                            r.id(),
                                            r.documentType().title(),
                                            r.requestedOn(),
                                            r.dueOn(),
                                            r.receivedOn()))
                                    .toList(),
                            "")
                    .form(
                            "All of them came",
                            Field.date("documentsReceivedOn", "Received on", "The day of the city's stamp.")
                                    .must())
                    .button("documents-received", "Record the receipt"));
        }
        View view = sheet(file, Map.of(), null, parts);
        Map<String, Object> model = new LinkedHashMap<>(view.model());
        // Timely papers may be keyed after the denial that their absence caused.
        model.put("editable", isOpen(a) || a.status() == Status.DENIED);
        return new View(view.heading(), model, view.form());
    }

    private static Part checklist(ApplicationFile file, List<StoredDocument> stored) {
        List<String> present = stored.stream().map(StoredDocument::type).toList();
        return Part.of("checklist", "Required documents", "What this application needs, as its data show.")
                .table(
                        List.of("Document", "On file"),
                        RequiredDocuments.of(file).stream()
                                .map(type -> Part.row(type.name(), type.title(), present.contains(type.name())))
                                .toList(),
                        "");
    }

    private static Part papers(List<StoredDocument> stored) {
        return Part.of("papers", "Documents on file", "Documents are never returned to the firm (§ 3-461(h)).")
                .table(
                        List.of("File", "Document", "Received on", "Confidential"),
                        stored.stream()
                                .map(d -> Part.row(
                                        d.id(), d.fileName(), title(d.type()), d.receivedOn(), d.confidential()))
                                .toList(),
                        "No document is on file.")
                .form(
                        "Add a document",
                        Field.select("documentType", "What it is", "").must(),
                        Field.date("receivedOn", "Received on", "The day of the city's stamp.")
                                .must(),
                        Field.check(
                                "confidential",
                                "It holds confidential business information",
                                "It is then kept from public disclosure (§ 3-461(p))."),
                        Field.file("paper", "The file", "A PDF or a picture of the paper.")
                                .must())
                .button("upload", "Add document")
                .uploading();
    }

    private static String title(String type) {
        return Choices.documentTypes().getOrDefault(type, type);
    }

    @Override
    public Saved submit(String recordId, Form form, Visit visit) {
        return visit.action().equals("documents-received")
                ? documentsReceived(files.load(recordId), form, visit)
                : upload(files.load(recordId), form, visit);
    }

    private Saved upload(ApplicationFile file, Form form, Visit visit) {
        Application a = file.application();
        new Problems()
                .need("documentType", form.documentType(), "Choose what the document is.")
                .need("receivedOn", form.receivedOn(), "Enter the day on which the city received it.")
                .unless(notFuture(form.receivedOn(), visit), "receivedOn", "The day of receipt lies in the future.")
                .unless(!visit.files().isEmpty(), "paper", "Choose the file.")
                .refuseIfAny();
        for (UploadedFile paper : visit.files()) {
            try (InputStream content = paper.content().open()) {
                documents.store(
                        new Documents.NewDocument(
                                a.id(),
                                a.caseNumber(),
                                given(form.documentType()).name(),
                                paper.name(),
                                given(form.receivedOn()),
                                yes(form.confidential()),
                                visit.user()),
                        content);
            } catch (IllegalArgumentException refused) {
                throw new Rejected("paper", String.valueOf(refused.getMessage()));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return saved(a.id(), "Document added.");
    }

    private Saved documentsReceived(ApplicationFile file, Form form, Visit visit) {
        Application a = file.application();
        LocalDate dueOn = a.documentsDueOn();
        String caseNumber = a.caseNumber();
        LocalDate requestedOn = file.requests().stream()
                .map(DocumentRequest::requestedOn)
                .max(LocalDate::compareTo)
                .orElse(a.receivedOn());
        new Problems()
                .need("documentsReceivedOn", form.documentsReceivedOn(), "Enter the day on which they came.")
                .unless(
                        notFuture(form.documentsReceivedOn(), visit),
                        "documentsReceivedOn",
                        "The day of receipt lies in the future.")
                .unless(
                        form.documentsReceivedOn() == null
                                || !form.documentsReceivedOn().isBefore(requestedOn),
                        "documentsReceivedOn",
                        "The documents were asked for only on " + Words.of(requestedOn) + ".")
                .unless(
                        dueOn != null && caseNumber != null,
                        "documentsReceivedOn",
                        "The director has set no deadline; add the documents only.")
                .refuseIfAny();
        LocalDate receivedOn = given(form.documentsReceivedOn());
        if (receivedOn.isAfter(given(dueOn))) {
            throw new Rejected(List.of(new FieldProblem(
                    "documentsReceivedOn",
                    "The deadline was " + Words.of(dueOn)
                            + "; later papers do not stop the denial. Add them to the file and let the director decide.",
                    "KCMO Code § 3-461(g)")));
        }
        applications.documentsReceived(a.id(), receivedOn, visit.user());
        Map<String, Object> variables = Map.of("documentsReceivedOn", receivedOn.toString());
        if (!cases.message("documentsReceived", given(caseNumber), variables)) {
            cases.reopen(
                    given(caseNumber),
                    "serviceTask_restoreTimelyFile",
                    "Documents received on " + receivedOn + ", by the deadline of " + dueOn
                            + ", were keyed after it had run out.",
                    variables);
            return saved(a.id(), "The documents were timely; the case is open again.");
        }
        return saved(a.id(), "Receipt recorded; the completeness check is open.");
    }

    private static boolean notFuture(@Nullable LocalDate date, Visit visit) {
        return date == null || !date.isAfter(visit.today());
    }
}
