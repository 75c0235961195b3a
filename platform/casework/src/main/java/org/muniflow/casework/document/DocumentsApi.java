package org.muniflow.casework.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.Documents.NewDocument;
import org.muniflow.api.casework.Documents.StoredDocument;
import org.muniflow.api.module.Declaration.Right;
import org.muniflow.casework.page.Visitor;
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
import org.springframework.web.server.ResponseStatusException;

/** Documents over HTTP: those of a task, for the Tasklist's tab, those of a case, and their content. */
@RestController
class DocumentsApi {

    private final DocumentStore store;
    private final CaseAccess access;
    private final TaskCases tasks;
    private final CaseDocuments cases;
    private final Clock clock;

    DocumentsApi(DocumentStore store, CaseAccess access, TaskCases tasks, CaseDocuments cases, Clock clock) {
        this.store = store;
        this.access = access;
        this.tasks = tasks;
        this.cases = cases;
        this.clock = clock;
    }

    /** Lists the documents on a task's case. */
    @GetMapping("/api/tasks/{taskId}/documents")
    List<DocumentEntry> ofTask(@PathVariable String taskId) {
        return entries(caseOf(taskId));
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
            @RequestParam(defaultValue = "false") boolean confidential)
            throws IOException {
        String caseNumber = caseOf(taskId);
        if (!type.matches("[A-Z][A-Z0-9_]{0,59}")) {
            throw new IllegalArgumentException(
                    "The field 'type' is no type of document; write it in capital letters, for example LICENSE");
        }
        NewDocument document = new NewDocument(
                cases.recordOf(caseNumber),
                caseNumber,
                type,
                Optional.ofNullable(file.getOriginalFilename()).orElse(""),
                receivedOn == null ? LocalDate.now(clock) : receivedOn,
                confidential,
                user());
        try (InputStream content = file.getInputStream()) {
            return DocumentEntry.of(cases.store(document, content));
        }
    }

    /** Lists the documents on a case. */
    @GetMapping("/api/cases/{caseNumber}/documents")
    List<DocumentEntry> ofCase(@PathVariable String caseNumber) {
        if (!access.mayOnCase(Visitor.present().groups(), caseNumber, Right.READ)) {
            throw notFound("There is no case " + caseNumber + " that you may read.");
        }
        return entries(caseNumber);
    }

    /** Sends a document's content as a download. */
    @GetMapping("/api/documents/{id}")
    ResponseEntity<Resource> content(@PathVariable String id) {
        StoredDocument document = store.find(id)
                .filter(this::mayRead)
                .map(DocumentStore.Found::document)
                .orElseThrow(() -> notFound("There is no document " + id + " that you may read."));
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

    private boolean mayRead(DocumentStore.Found found) {
        return access.mayRead(Visitor.present().groups(), found.module(), found.document());
    }

    private String caseOf(String taskId) {
        return tasks.caseOf(taskId, user(), Visitor.present().groups())
                .orElseThrow(() -> notFound("There is no task " + taskId + " that you may see."));
    }

    private List<DocumentEntry> entries(String caseNumber) {
        return store.foundOnCase(caseNumber).stream()
                .filter(this::mayRead)
                .map(found -> DocumentEntry.of(found.document()))
                .toList();
    }

    private static String user() {
        return Objects.requireNonNull(Visitor.present().user(), "This address needs sign-in");
    }

    private static ResponseStatusException notFound(String message) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, message);
    }
}
