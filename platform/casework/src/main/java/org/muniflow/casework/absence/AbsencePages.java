package org.muniflow.casework.absence;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.page.FieldProblem;
import org.muniflow.api.page.Rejected;
import org.muniflow.casework.page.Visitor;
import org.muniflow.casework.worklist.WorkItem;
import org.muniflow.casework.worklist.WorkList;
import org.muniflow.kernel.spi.StepRefused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person's own absences, and the tasks of those for whom the person stands in. */
@Controller
@RequestMapping("/absence")
final class AbsencePages {

    private static final String HERE = "redirect:/absence";
    private static final String TASKLIST = "redirect:/camunda/app/tasklist/default/#/?task=";
    private static final int MOST = 50;

    private final Absences absences;
    private final WorkList work;

    AbsencePages(Absences absences, WorkList work) {
        this.absences = absences;
        this.work = work;
    }

    /**
     * Somebody who is away.
     *
     * @param absence the time
     * @param tasks that person's tasks, the earliest due first
     */
    record Away(Absence absence, List<WorkItem> tasks) {}

    @GetMapping
    ModelAndView show() {
        return page(Map.of(), Map.of());
    }

    @PostMapping
    ModelAndView enter(@RequestParam Map<String, String> form, RedirectAttributes next) {
        try {
            Absence entered = absences.enter(
                    user(), form.getOrDefault("substitute", ""), date(form, "fromOn"), date(form, "toOn"), user());
            next.addFlashAttribute(
                    "message",
                    entered.substitute() + " stands in from " + entered.fromOn() + " to " + entered.toOn() + ".");
            return new ModelAndView(HERE);
        } catch (Rejected refusal) {
            Map<String, String> errors = new LinkedHashMap<>();
            for (FieldProblem problem : refusal.problems()) {
                errors.putIfAbsent(problem.field(), problem.message());
            }
            ModelAndView again = page(form, errors);
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
    }

    @PostMapping("/end")
    String end(@RequestParam String id, RedirectAttributes next) {
        if (absences.end(id, user())) {
            next.addFlashAttribute("message", "Nobody stands in for you under this entry any more.");
        } else {
            next.addFlashAttribute("problem", "There is no such entry any more.");
        }
        return HERE;
    }

    @PostMapping("/take-over")
    String takeOver(@RequestParam String taskId, RedirectAttributes next) {
        try {
            absences.takeOver(taskId, user());
            return TASKLIST + taskId;
        } catch (Rejected refusal) {
            next.addFlashAttribute("problem", refusal.problems().get(0).message());
        } catch (AuthorizationException refusal) {
            // Four eyes, or a task of a team to which the substitute does not belong: the lock says which.
            next.addFlashAttribute("problem", refusal.getMessage());
        } catch (ProcessEngineException refusal) {
            next.addFlashAttribute(
                    "problem",
                    StepRefused.in(refusal)
                            .map(StepRefused::getMessage)
                            .orElse("The task cannot be taken over any more: it is done, or somebody else has it."));
        }
        return HERE;
    }

    private ModelAndView page(Map<String, String> form, Map<String, String> errors) {
        List<Away> away = new ArrayList<>();
        for (Absence absence : absences.standInsOf(user())) {
            away.add(new Away(absence, work.mine(absence.person(), null, MOST).items()));
        }
        ModelAndView page = new ModelAndView("absence/absence");
        page.addObject("mine", absences.of(user()));
        page.addObject("away", away);
        page.addObject("form", form);
        page.addObject("errors", errors);
        page.addObject("mandatory", Set.of("substitute", "fromOn", "toOn"));
        return page;
    }

    static @Nullable LocalDate date(Map<String, String> form, String field) {
        String text = form.getOrDefault(field, "").strip();
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new Rejected(field, "Enter a date as year-month-day, for example 2026-06-18.");
        }
    }

    private static String user() {
        return Objects.requireNonNull(Visitor.present().user(), "This address needs sign-in");
    }
}
