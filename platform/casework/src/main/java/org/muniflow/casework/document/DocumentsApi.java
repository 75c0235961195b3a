package org.muniflow.casework.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.Documents;
import org.muniflow.api.casework.Documents.NewDocument;
import org.muniflow.api.casework.Documents.NewVersion;
import org.muniflow.api.casework.Documents.StoredDocument;
import org.muniflow.api.module.Declaration.Right;
import org.muniflow.api.page.FieldProblem;
import org.muniflow.api.page.Rejected;
import org.muniflow.casework.document.DocumentStore.Found;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Documents over HTTP: those of a task, for the Tasklist's tab, those of a case, their versions, and their content. */
@RestController
class DocumentsApi {

    private final DocumentStore store;
    private final CaseDocumentLists lists;
    private final CaseAccess access;
    private final TaskCases tasks;
    private final CaseDocuments cases;
    private final DocumentVisits visits;
    private final Clock clock;

    DocumentsApi(
            DocumentStore store,
            CaseDocumentLists lists,
            CaseAccess access,
            TaskCases tasks,
            CaseDocuments cases,
            DocumentVisits visits,
            Clock clock) {
        this.store = store;
        this.lists = lists;
        this.access = access;
        this.tasks = tasks;
        this.cases = cases;
        this.visits = visits;
        this.clock = clock;
    }

    /** Lists the documents on a task's case. */
    @GetMapping("/api/tasks/{taskId}/documents")
    List<DocumentEntry> ofTask(@PathVariable String taskId) {
        return entries(caseOf(taskId));
    }

    /** A compartment into which the person may put a document. */
    record Compartment(String id, String title) {}

    /** Lists the compartments into which the person may put a document of a task's case. */
    @GetMapping("/api/tasks/{taskId}/compartments")
    List<Compartment> compartments(@PathVariable String taskId) {
        return access.fillable(groups(), cases.moduleOf(caseOf(taskId))).stream()
                .map(part -> new Compartment(part.id(), part.title()))
                .toList();
    }

    /** Stores a file on a task's case. */
    @PostMapping(path = "/api/tasks/{taskId}/documents", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    DocumentEntry add(
            @PathVariable String taskId,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "OTHER") String type,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate receivedOn,
            @RequestParam(defaultValue = "false") boolean confidential,
            @RequestParam(defaultValue = "") String compartment)
            throws IOException {
        String caseNumber = caseOf(taskId);
        if (!type.matches("[A-Z][A-Z0-9_]{0,59}")) {
            throw new IllegalArgumentException(
                    "The field 'type' is no type of document; write it in capital letters, for example LICENSE");
        }
        if (!compartment.isBlank() && !access.mayFillCompartment(groups(), cases.moduleOf(caseNumber), compartment)) {
            throw new IllegalArgumentException("You may put nothing into a compartment '" + compartment
                    + "'; leave the field 'compartment' empty");
        }
        NewDocument document = new NewDocument(
                cases.recordOf(caseNumber),
                caseNumber,
                type,
                Optional.ofNullable(file.getOriginalFilename()).orElse(""),
                receivedOn == null ? LocalDate.now(clock) : receivedOn,
                confidential ? Documents.CONFIDENTIAL_BUSINESS_INFORMATION : null,
                compartment.isBlank() ? null : compartment,
                DocumentVisits.user());
        try (InputStream content = file.getInputStream()) {
            return entry(cases.store(document, content));
        }
    }

    /** Lists the documents on a case. */
    @GetMapping("/api/cases/{caseNumber}/documents")
    List<DocumentEntry> ofCase(@PathVariable String caseNumber) {
        if (!access.mayOnCase(groups(), caseNumber, Right.READ)) {
            throw DocumentVisits.notFound("There is no case " + caseNumber + " that you may read.");
        }
        return entries(caseNumber);
    }

    /** Lists the versions of a document, newest first. */
    @GetMapping("/api/documents/{id}/versions")
    List<DocumentEntry> versions(@PathVariable String id) {
        return store.versions(visits.readable(id)).stream()
                .map(DocumentEntry::of)
                .toList();
    }

    /** Stores a newer version of a document. */
    @PostMapping(path = "/api/documents/{id}/versions", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    DocumentEntry replace(
            @PathVariable String id,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate receivedOn)
            throws IOException {
        Found former = visits.workable(id);
        NewVersion version = new NewVersion(
                Optional.ofNullable(file.getOriginalFilename()).orElse(""),
                receivedOn == null ? LocalDate.now(clock) : receivedOn,
                reason,
                DocumentVisits.user());
        try (InputStream content = file.getInputStream()) {
            return entry(cases.replace(former, version, content));
        }
    }

    /** Marks a document open or closed, or puts it into a compartment. */
    @PostMapping("/api/documents/{id}/mark")
    DocumentEntry mark(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String closedUnder,
            @RequestParam(defaultValue = "") String compartment,
            @RequestParam(defaultValue = "") String reason) {
        visits.mark(id, closedUnder, compartment, reason);
        return store.find(id).map(DocumentEntry::of).orElseThrow();
    }

    /** Sends a version's content as a download. */
    @GetMapping("/api/documents/{id}")
    ResponseEntity<Resource> content(@PathVariable String id) {
        StoredDocument document = visits.readable(id).document();
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(document.fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(document.mediaType()))
                .contentLength(document.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(new InputStreamResource(() -> store.open(document)));
    }

    /** Says in words why a file is refused. */
    @ExceptionHandler(IllegalArgumentException.class)
    ProblemDetail refused(IllegalArgumentException refusal) {
        ProblemDetail detail = ProblemDetail.forStatus(HttpStatus.BAD_REQUEST);
        detail.setTitle("The document was not stored");
        String why = String.valueOf(refusal.getMessage());
        detail.setDetail(why.endsWith(".") ? why : why + ".");
        return detail;
    }

    /** Says in words why a mark is refused. */
    @ExceptionHandler(Rejected.class)
    ProblemDetail refused(Rejected refusal) {
        ProblemDetail detail = ProblemDetail.forStatus(HttpStatus.BAD_REQUEST);
        detail.setTitle("The document was not marked");
        detail.setDetail(refusal.problems().stream().map(FieldProblem::message).collect(Collectors.joining(" ")));
        return detail;
    }

    private String caseOf(String taskId) {
        return tasks.caseOf(taskId, DocumentVisits.user(), groups())
                .orElseThrow(() -> DocumentVisits.notFound("There is no task " + taskId + " that you may see."));
    }

    private List<DocumentEntry> entries(String caseNumber) {
        return lists.onCase(caseNumber, groups()).stream()
                .map(DocumentEntry::of)
                .toList();
    }

    private DocumentEntry entry(StoredDocument stored) {
        return store.find(stored.id()).map(DocumentEntry::of).orElseThrow();
    }

    private static Set<String> groups() {
        return DocumentVisits.groups();
    }
}
