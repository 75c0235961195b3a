package org.muniflow.casework.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.Documents.NewVersion;
import org.muniflow.api.casework.Documents.StoredDocument;
import org.muniflow.api.module.CompartmentDeclaration;
import org.muniflow.api.page.FieldProblem;
import org.muniflow.api.page.Rejected;
import org.muniflow.casework.document.DocumentStore.Found;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of a document: its versions, its mark with the authority, and the forms to change both. */
@Controller
@RequestMapping("/cases/{caseNumber}/documents/{id}")
final class DocumentPages {

    private final DocumentVisits visits;
    private final DocumentStore store;
    private final DocumentMarks marks;
    private final CaseDocuments cases;
    private final CaseAccess access;
    private final Clock clock;

    DocumentPages(
            DocumentVisits visits,
            DocumentStore store,
            DocumentMarks marks,
            CaseDocuments cases,
            CaseAccess access,
            Clock clock) {
        this.visits = visits;
        this.store = store;
        this.marks = marks;
        this.cases = cases;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@PathVariable String caseNumber, @PathVariable String id) {
        Found found = visits.readable(id);
        return page(caseNumber, found, form(found), Map.of());
    }

    /** Stores a newer version. */
    @PostMapping("/versions")
    ModelAndView replace(
            @PathVariable String caseNumber,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam Map<String, String> form,
            RedirectAttributes next) {
        Found former = visits.workable(id);
        try {
            if (file == null || file.isEmpty()) {
                throw new Rejected("file", "Choose the file; an empty one is not taken.");
            }
            NewVersion version = new NewVersion(
                    Optional.ofNullable(file.getOriginalFilename()).orElse(""),
                    date(form.getOrDefault("receivedOn", "")),
                    form.getOrDefault("why", ""),
                    DocumentVisits.user());
            StoredDocument stored;
            try (InputStream content = file.getInputStream()) {
                stored = cases.replace(former, version, content);
            } catch (IllegalArgumentException refused) {
                throw new Rejected(form.getOrDefault("why", "").isBlank() ? "why" : "file", refused.getMessage() + ".");
            }
            next.addFlashAttribute("message", "Version " + stored.version() + " is stored; the former is kept.");
            return new ModelAndView("redirect:/cases/" + caseNumber + "/documents/" + stored.id());
        } catch (Rejected refused) {
            return again(caseNumber, id, form, refused);
        } catch (IOException broken) {
            throw new UncheckedIOException("The upload broke off", broken);
        }
    }

    /** Changes the mark. */
    @PostMapping("/mark")
    ModelAndView mark(
            @PathVariable String caseNumber,
            @PathVariable String id,
            @RequestParam Map<String, String> form,
            RedirectAttributes next) {
        try {
            visits.mark(
                    id,
                    form.getOrDefault("closedUnder", ""),
                    form.getOrDefault("compartment", ""),
                    form.getOrDefault("reason", ""));
        } catch (Rejected refused) {
            return again(caseNumber, id, form, refused);
        }
        next.addFlashAttribute("message", "The document is marked; all its versions are.");
        // Whoever puts a document into a compartment may see it no more.
        return new ModelAndView("redirect:/cases/" + caseNumber);
    }

    private ModelAndView again(String caseNumber, String id, Map<String, String> sent, Rejected refused) {
        Map<String, String> errors = new LinkedHashMap<>();
        for (FieldProblem problem : refused.problems()) {
            errors.putIfAbsent(problem.field(), problem.message());
        }
        Found found = visits.readable(id);
        Map<String, String> form = form(found);
        form.putAll(sent);
        ModelAndView page = page(caseNumber, found, form, errors);
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private Map<String, String> form(Found found) {
        Map<String, String> form = new HashMap<>();
        form.put("closedUnder", Objects.requireNonNullElse(found.document().closedUnder(), ""));
        form.put("compartment", Objects.requireNonNullElse(found.document().compartment(), ""));
        form.put("receivedOn", LocalDate.now(clock).toString());
        return form;
    }

    private ModelAndView page(String caseNumber, Found found, Map<String, String> form, Map<String, String> errors) {
        String module = found.module();
        Map<String, String> titles = new LinkedHashMap<>();
        Map<String, String> offered = new LinkedHashMap<>();
        offered.put("", "None: for everybody who may see the case");
        for (CompartmentDeclaration part : access.fillable(DocumentVisits.groups(), module)) {
            offered.put(part.id(), part.title());
        }
        String present = found.document().compartment();
        if (present != null) {
            titles.put(
                    present,
                    access.compartment(module, present)
                            .map(CompartmentDeclaration::title)
                            .orElse(present));
            offered.putIfAbsent(present, String.valueOf(titles.get(present)));
        }
        ModelAndView page = new ModelAndView("document/document");
        page.addObject("caseNumber", caseNumber);
        page.addObject("found", found);
        page.addObject("document", found.document());
        page.addObject("versions", store.versions(found));
        page.addObject("changes", marks.of(found.seriesId()));
        page.addObject("titles", titles);
        page.addObject("zone", clock.getZone());
        page.addObject("mayWork", visits.mayWork(found));
        page.addObject("form", form);
        page.addObject("errors", errors);
        page.addObject("options", Map.of("compartment", offered));
        page.addObject("mandatory", Set.of("file", "why", "receivedOn", "reason"));
        return page;
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException wrong) {
            throw new Rejected("receivedOn", "Enter a date as year-month-day, for example 2026-06-18.");
        }
    }
}
