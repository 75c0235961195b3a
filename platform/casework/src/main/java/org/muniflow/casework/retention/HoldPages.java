package org.muniflow.casework.retention;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.muniflow.casework.cases.CaseFiles;
import org.muniflow.casework.page.Visitor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * How long a case is kept, and the legal holds on it. Whoever places holds sees number, state and dates of a case here, not
 * its contents: counsel may have to hold what they may not read.
 */
@Controller
@RequestMapping("/retention/cases/{caseNumber}")
final class HoldPages {

    private static final int LONGEST = 1000;

    private final CaseFiles cases;
    private final LegalHolds holds;
    private final Retention retention;
    private final Disposals disposals;
    private final Keepers keepers;
    private final Clock clock;

    HoldPages(
            CaseFiles cases, LegalHolds holds, Retention retention, Disposals disposals, Keepers keepers, Clock clock) {
        this.cases = cases;
        this.holds = holds;
        this.retention = retention;
        this.disposals = disposals;
        this.keepers = keepers;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@PathVariable String caseNumber) {
        keepers.requireHolder();
        return page(file(caseNumber), Map.of("scope", "CASE"), Map.of());
    }

    /** Places a hold. */
    @PostMapping("/holds")
    ModelAndView place(
            @PathVariable String caseNumber, @RequestParam Map<String, String> form, RedirectAttributes next) {
        keepers.requireHolder();
        CaseFiles.Row file = file(caseNumber);
        Map<String, String> errors = new LinkedHashMap<>();
        boolean record = "RECORD".equals(form.get("scope"));
        if (record && file.recordId().isBlank()) {
            errors.put("scope", "The case is about no record; hold the case.");
        }
        need(form, "authority", "Say what asks for the hold, for example the law suit or the order.", errors);
        need(form, "reason", "Give the reason.", errors);
        if (!errors.isEmpty()) {
            return refused(page(file, form, errors));
        }
        holds.place(
                file,
                record,
                form.getOrDefault("reason", "").strip(),
                form.getOrDefault("authority", "").strip(),
                user());
        next.addFlashAttribute("message", "The hold is placed. Nothing of it is destroyed until it is released.");
        return new ModelAndView("redirect:/retention/cases/" + caseNumber);
    }

    /** Releases a hold. */
    @PostMapping("/holds/{id}/release")
    ModelAndView release(
            @PathVariable String caseNumber,
            @PathVariable String id,
            @RequestParam Map<String, String> form,
            RedirectAttributes next) {
        keepers.requireHolder();
        CaseFiles.Row file = file(caseNumber);
        LegalHolds.Hold hold = holds.of(file).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such hold."));
        Map<String, String> errors = new LinkedHashMap<>();
        need(form, "releaseReason", "Say why the hold is not needed any more.", errors);
        if (errors.isEmpty()) {
            try {
                holds.release(hold, form.getOrDefault("releaseReason", "").strip(), user());
                next.addFlashAttribute("message", "The hold is released.");
                return new ModelAndView("redirect:/retention/cases/" + caseNumber);
            } catch (IllegalArgumentException late) {
                errors.put("", late.getMessage() + ".");
            }
        }
        return refused(page(file, form, errors));
    }

    private static void need(Map<String, String> form, String field, String message, Map<String, String> errors) {
        String text = form.getOrDefault(field, "").strip();
        if (text.isEmpty()) {
            errors.put(field, message);
        } else if (text.length() > LONGEST) {
            errors.put(field, "Write at most " + LONGEST + " characters.");
        }
    }

    private ModelAndView page(CaseFiles.Row file, Map<String, String> form, Map<String, String> errors) {
        ModelAndView page = new ModelAndView("retention/case");
        Map<String, String> scopes = new LinkedHashMap<>();
        scopes.put("CASE", "This case");
        if (!file.recordId().isBlank()) {
            scopes.put("RECORD", "All cases of its record, also later ones");
        }
        page.addObject("file", file);
        page.addObject("kept", retention.of(file).orElse(null));
        page.addObject("disposedAt", disposals.disposedAt(file.caseNumber()).orElse(null));
        page.addObject("holds", holds.of(file));
        page.addObject("zone", clock.getZone());
        page.addObject("form", form);
        page.addObject("errors", errors);
        page.addObject("options", Map.of("scope", scopes));
        page.addObject("mandatory", Set.of("scope", "authority", "reason", "releaseReason"));
        return page;
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private CaseFiles.Row file(String caseNumber) {
        return cases.row(caseNumber)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no case " + caseNumber + "."));
    }

    private static String user() {
        return Objects.requireNonNull(Visitor.present().user(), "This address needs sign-in");
    }
}
