package org.muniflow.casework.holiday;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.page.FieldProblem;
import org.muniflow.api.page.Rejected;
import org.muniflow.casework.calendar.Holiday;
import org.muniflow.casework.ledger.CalendarRecount.Moved;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administrators' pages for the city's holidays: the year, an edit, which clocks it moves, the edits made. */
@Controller
@RequestMapping("/admin/holidays")
final class HolidayPages {

    private static final int CHANGES = 50;
    private static final String EDIT = "holidays/edit";

    private final HolidayDesk desk;
    private final Clock clock;

    HolidayPages(HolidayDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable Integer year, Model model) {
        int shown =
                year == null || year < 1 || year > 9999 ? LocalDate.now(clock).getYear() : year;
        model.addAttribute("year", shown);
        model.addAttribute("holidays", desk.list(shown));
        model.addAttribute("changes", desk.changes(CHANGES));
        return "holidays/list";
    }

    @GetMapping("/edit")
    String form(@RequestParam(defaultValue = "") String date, Model model) {
        Map<String, String> form = new HashMap<>(Map.of("active", "true"));
        Optional<Holiday> row = Optional.ofNullable(date("date", date)).flatMap(desk::find);
        row.ifPresent(holiday -> {
            form.put("date", holiday.date().toString());
            form.put("name", holiday.name());
            form.put("source", holiday.source());
            form.put("active", String.valueOf(holiday.active()));
        });
        return show(model, form, Map.of(), null);
    }

    @PostMapping("/preview")
    String preview(@RequestParam Map<String, String> form, Model model) {
        try {
            return show(model, form, Map.of(), desk.preview(edit(form)));
        } catch (Rejected refusal) {
            return show(model, form, errors(refusal), null);
        }
    }

    @PostMapping
    String make(@RequestParam Map<String, String> form, Model model, RedirectAttributes next) {
        try {
            HolidayEdit edit = edit(form);
            List<Moved> moved = desk.make(edit, form.getOrDefault("seen", ""));
            next.addFlashAttribute(
                    "message",
                    "The holidays are edited. " + moved.size() + (moved.size() == 1 ? " clock was" : " clocks were")
                            + " counted anew; the journal of each case says so.");
            return "redirect:/admin/holidays?year="
                    + String.valueOf(edit.date()).substring(0, 4);
        } catch (Rejected refusal) {
            boolean whole = refusal.problems().stream()
                    .allMatch(problem -> problem.field().isEmpty());
            return show(model, form, errors(refusal), whole ? desk.preview(edit(form)) : null);
        }
    }

    private static String show(
            Model model, Map<String, String> form, Map<String, String> errors, @Nullable List<Moved> moved) {
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("moved", moved);
        model.addAttribute("seen", moved == null ? "" : HolidayDesk.mark(moved));
        model.addAttribute("mandatory", Set.of("date", "name", "source", "reason"));
        return EDIT;
    }

    private static Map<String, String> errors(Rejected refusal) {
        Map<String, String> errors = new LinkedHashMap<>();
        for (FieldProblem problem : refusal.problems()) {
            errors.putIfAbsent(problem.field(), problem.message());
        }
        return errors;
    }

    private static HolidayEdit edit(Map<String, String> form) {
        return new HolidayEdit(
                date("date", form.getOrDefault("date", "")),
                form.getOrDefault("name", ""),
                form.getOrDefault("source", ""),
                "true".equals(form.get("active")),
                date("movedTo", form.getOrDefault("movedTo", "")),
                form.getOrDefault("reason", ""));
    }

    private static @Nullable LocalDate date(String field, String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException wrong) {
            throw new Rejected(field, "Enter a date as year-month-day, for example 2026-06-18.");
        }
    }
}
