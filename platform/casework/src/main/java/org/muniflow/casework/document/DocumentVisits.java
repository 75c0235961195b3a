package org.muniflow.casework.document;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.law.Citation;
import org.muniflow.api.page.Rejected;
import org.muniflow.casework.document.DocumentStore.Found;
import org.muniflow.casework.page.Visitor;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * What the signed-in person may do with a document, for the pages and the web interface alike. A document that the person
 * may not read is answered as one that does not exist.
 */
final class DocumentVisits {

    private static final int LONGEST = 1000;

    private final CaseDocumentLists lists;
    private final CaseAccess access;
    private final CaseDocuments cases;

    DocumentVisits(CaseDocumentLists lists, CaseAccess access, CaseDocuments cases) {
        this.lists = lists;
        this.access = access;
        this.cases = cases;
    }

    /** Finds a version that the person may read. */
    Found readable(String id) {
        return lists.find(id, groups())
                .orElseThrow(() -> notFound("There is no document " + id + " that you may read."));
    }

    /** Finds a version of a document that the person may replace and mark. */
    Found workable(String id) {
        Found found = readable(id);
        if (!mayWork(found)) {
            throw new ResponseStatusException(
                    HttpStatus.FORBIDDEN,
                    "You may read this document, but not change it; that is for those who work on its case.");
        }
        return found;
    }

    boolean mayWork(Found found) {
        return access.mayWorkOn(groups(), found.module(), found.document());
    }

    boolean mayOpen(Found found) {
        return access.mayOpen(groups(), found.module(), found.document());
    }

    /**
     * Changes a document's mark.
     *
     * @param id any version of it
     * @param closedUnder the section that closes it; blank to open it
     * @param compartment the compartment; blank for none
     * @param reason why
     * @throws Rejected when the section cannot be read, the reason is missing, nothing would change, or the
     *     person may not use the compartment
     */
    void mark(String id, String closedUnder, String compartment, String reason) {
        Found found = workable(id);
        DocumentMarks.Mark was = DocumentMarks.of(found);
        DocumentMarks.Mark mark = new DocumentMarks.Mark(section(closedUnder), blankToNull(compartment));
        if (reason.isBlank() || reason.length() > LONGEST) {
            throw new Rejected("reason", "Give the reason, in at most " + LONGEST + " characters.");
        }
        if (mark.equals(was)) {
            throw new Rejected("closedUnder", "The document is marked so already; change something or leave it.");
        }
        String part = mark.compartment();
        boolean moved = !Objects.equals(part, was.compartment());
        if (part != null && moved && !access.mayFillCompartment(groups(), found.module(), part)) {
            throw new Rejected(
                    "compartment", "You may put nothing into a compartment '" + part + "'; choose another or none.");
        }
        if (part != null && moved && found.document().type().equals("NOTICE")) {
            throw new Rejected(
                    "compartment",
                    "A letter that was sent to somebody belongs to no compartment; close it as a public record instead.");
        }
        boolean opens =
                (was.closedUnder() != null && mark.closedUnder() == null) || (was.compartment() != null && moved);
        if (opens && !mayOpen(found)) {
            throw new Rejected(
                    "closedUnder",
                    "Only those who may correct cases of this kind open a closed document or take it out of its"
                            + " compartment; ask one of them.");
        }
        cases.mark(found, mark, reason.strip(), user());
    }

    private static @Nullable String section(String text) {
        if (text.isBlank()) {
            return null;
        }
        if (text.length() > LONGEST) {
            throw new Rejected("closedUnder", "The section is too long; name one, for example KCMO Code § 3-461(p).");
        }
        try {
            return Citation.parse(text.strip()).toString();
        } catch (IllegalArgumentException unreadable) {
            throw new Rejected(
                    "closedUnder",
                    "The section that closes the document cannot be read: " + unreadable.getMessage() + ".");
        }
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    static Set<String> groups() {
        return Visitor.present().groups();
    }

    static String user() {
        return Objects.requireNonNull(Visitor.present().user(), "This address needs sign-in");
    }

    static ResponseStatusException notFound(String message) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, message);
    }
}
