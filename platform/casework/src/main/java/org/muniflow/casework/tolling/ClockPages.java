package org.muniflow.casework.tolling;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muniflow.api.page.FieldProblem;
import org.muniflow.api.page.Rejected;
import org.muniflow.casework.ledger.LedgerEntry;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A clock's page: how its last day came about and what has changed it, with the forms that pause, resume and extend it. */
@Controller
@RequestMapping("/cases/{caseNumber}/clocks/{id}")
final class ClockPages {

    private static final Map<String, String> NAMES =
            Map.of("pause", "Pause the clock", "resume", "Let the clock run on", "extend", "Extend the clock");

    private final CaseClocks clocks;

    ClockPages(CaseClocks clocks) {
        this.clocks = clocks;
    }

    @GetMapping
    String show(@PathVariable String caseNumber, @PathVariable String id, Model model) {
        return show(clocks.one(caseNumber, id), model, "", Map.of(), Map.of());
    }

    @GetMapping("/{act}")
    String form(@PathVariable String caseNumber, @PathVariable String id, @PathVariable String act, Model model) {
        LedgerEntry clock = clocks.one(caseNumber, id);
        boolean offered = clocks.changeable(clock) && acts(clock).contains(act);
        return offered
                ? show(clock, model, act, Map.of(), Map.of())
                : "redirect:/cases/" + caseNumber + "/clocks/" + id;
    }

    @PostMapping("/{act}")
    String change(
            @PathVariable String caseNumber,
            @PathVariable String id,
            @PathVariable String act,
            @RequestParam Map<String, String> form,
            Model model,
            RedirectAttributes next) {
        try {
            LedgerEntry changed = clocks.change(caseNumber, id, act, form);
            next.addFlashAttribute("message", done(changed));
            return "redirect:/cases/" + changed.caseNumber() + "/clocks/" + changed.id();
        } catch (Rejected refusal) {
            Map<String, String> errors = new LinkedHashMap<>();
            for (FieldProblem problem : refusal.problems()) {
                errors.putIfAbsent(problem.field(), problem.message());
            }
            return show(clocks.one(caseNumber, id), model, act, form, errors);
        }
    }

    private String show(
            LedgerEntry clock, Model model, String act, Map<String, String> form, Map<String, String> errors) {
        model.addAttribute("clock", clock);
        model.addAttribute("acts", clocks.changeable(clock) ? acts(clock) : List.of());
        model.addAttribute("act", act);
        model.addAttribute("names", NAMES);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("mandatory", Set.of("on", "reason", "cites"));
        return "clocks/clock";
    }

    private static List<String> acts(LedgerEntry clock) {
        return clock.state() == LedgerEntry.State.PAUSED ? List.of("resume") : List.of("pause", "extend");
    }

    private static String done(LedgerEntry clock) {
        return clock.state() == LedgerEntry.State.PAUSED
                ? "The clock is paused. Its timers and due dates wait with it."
                : "Recorded. Timers and due dates that hang on the clock have moved with it.";
    }
}
