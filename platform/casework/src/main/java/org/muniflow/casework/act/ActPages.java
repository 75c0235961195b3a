package org.muniflow.casework.act;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.page.FieldProblem;
import org.muniflow.api.page.Rejected;
import org.muniflow.casework.cases.CaseChanges.EarlierStep;
import org.muniflow.casework.cases.CaseFiles;
import org.muniflow.kernel.spi.StepRefused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pages on which staff correct the course of a case: what would happen, why, and the second person's answer. */
@Controller
@RequestMapping("/cases/{caseNumber}")
final class ActPages {

    private final CorrectableCases cases;
    private final CaseActs acts;

    ActPages(CorrectableCases cases, CaseActs acts) {
        this.cases = cases;
        this.acts = acts;
    }

    /** Shows what an act would do. */
    @GetMapping("/acts/{word}")
    ModelAndView ask(@PathVariable String caseNumber, @PathVariable String word) {
        return show(cases.find(caseNumber), CorrectableCases.act(word), Map.of(), Map.of());
    }

    /** Does it, or asks for it. */
    @PostMapping("/acts/{word}")
    ModelAndView act(
            @PathVariable String caseNumber,
            @PathVariable String word,
            @RequestParam Map<String, String> form,
            RedirectAttributes next) {
        CaseFiles.Row file = cases.find(caseNumber);
        CaseAct act = CorrectableCases.act(word);
        return answer(
                file,
                next,
                () -> acts.wish(
                        caseNumber,
                        new CaseActs.Wish(
                                act,
                                form.get("element"),
                                date(form.getOrDefault("receivedOn", "")),
                                form.getOrDefault("reason", ""),
                                form.getOrDefault("seen", "")),
                        CorrectableCases.user()),
                errors -> show(file, act, form, errors));
    }

    /** Shows a request to the second person. */
    @GetMapping("/requests/{id}")
    ModelAndView request(@PathVariable String caseNumber, @PathVariable String id) {
        return show(cases.find(caseNumber), id, Map.of(), Map.of());
    }

    /** Takes the second person's answer, or the first one's change of mind. */
    @PostMapping("/requests/{id}")
    ModelAndView answer(
            @PathVariable String caseNumber,
            @PathVariable String id,
            @RequestParam Map<String, String> form,
            RedirectAttributes next) {
        CaseFiles.Row file = cases.find(caseNumber);
        cases.waiting(caseNumber, id);
        return answer(
                file,
                next,
                () -> "agree".equals(form.get("action"))
                        ? acts.agree(id, form.getOrDefault("seen", ""), CorrectableCases.user())
                        : acts.decline(id, form.getOrDefault("answer", ""), CorrectableCases.user()),
                errors -> show(file, id, form, errors));
    }

    private static ModelAndView answer(
            CaseFiles.Row file, RedirectAttributes next, Supplier<String> work, ErrorPage page) {
        Map<String, String> errors = new LinkedHashMap<>();
        try {
            next.addFlashAttribute("message", work.get());
            return new ModelAndView("redirect:/cases/" + file.caseNumber());
        } catch (Rejected refusal) {
            for (FieldProblem problem : refusal.problems()) {
                errors.putIfAbsent(problem.field(), problem.message());
            }
        } catch (StepRefused refusal) {
            // For example: the module of the step does not run.
            errors.put("", String.valueOf(refusal.getMessage()));
        } catch (IllegalArgumentException refusal) {
            errors.put("", refusal.getMessage() + ".");
        }
        ModelAndView again = page.with(errors);
        again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return again;
    }

    private ModelAndView show(CaseFiles.Row file, CaseAct act, Map<String, String> form, Map<String, String> errors) {
        ModelAndView page = page("act/act", file, acts.preview(file, act), form, errors);
        page.addObject("mandatory", Set.of("reason", "element", "receivedOn"));
        return page;
    }

    private ModelAndView show(CaseFiles.Row file, String id, Map<String, String> form, Map<String, String> errors) {
        ActRequest request = cases.waiting(file.caseNumber(), id);
        ModelAndView page = page("act/request", file, acts.preview(file, request.act()), form, errors);
        page.addObject("request", request);
        page.addObject("own", request.askedBy().equals(CorrectableCases.user()));
        return page;
    }

    private static ModelAndView page(
            String view, CaseFiles.Row file, ActPreview preview, Map<String, String> form, Map<String, String> errors) {
        ModelAndView page = new ModelAndView(view);
        Map<String, String> steps = new LinkedHashMap<>();
        for (EarlierStep step : preview.steps()) {
            steps.put(step.elementId(), step.name());
        }
        page.addObject("file", file);
        page.addObject("preview", preview);
        page.addObject("options", Map.of("element", steps));
        page.addObject("form", form);
        page.addObject("errors", errors);
        return page;
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException wrong) {
            throw new Rejected("receivedOn", "Enter a date as year-month-day, for example 2026-06-18.");
        }
    }

    @FunctionalInterface
    private interface ErrorPage {
        ModelAndView with(Map<String, String> errors);
    }
}
