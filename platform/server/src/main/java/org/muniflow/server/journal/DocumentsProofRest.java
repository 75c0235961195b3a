package org.muniflow.server.journal;

import org.muniflow.casework.document.DocumentCheck;
import org.muniflow.server.errors.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Compares documents with their files, a page at a time. Only administrators get here. */
@RestController
final class DocumentsProofRest {

    private static final int MOST = 1000;

    private final DocumentCheck check;

    DocumentsProofRest(DocumentCheck check) {
        this.check = check;
    }

    @GetMapping("/api/documents/integrity")
    DocumentCheck.Page verify(
            @RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "limit is a number from 1 to " + MOST + ".");
        }
        return check.page(after, limit);
    }
}
