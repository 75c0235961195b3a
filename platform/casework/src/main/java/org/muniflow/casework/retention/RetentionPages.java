package org.muniflow.casework.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniflow.casework.department.RecordSeries;
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

/** The retention schedule, the holds, and the cases whose time has come. */
@Controller
@RequestMapping("/retention")
final class RetentionPages {

    private static final int PAGE = 25;
    private static final int HOLDS = 50;
    private static final int LONGEST = 1000;

    private final Retention retention;
    private final LegalHolds holds;
    private final Disposals disposals;
    private final Keepers keepers;
    private final Clock clock;

    RetentionPages(Retention retention, LegalHolds holds, Disposals disposals, Keepers keepers, Clock clock) {
        this.retention = retention;
        this.holds = holds;
        this.disposals = disposals;
        this.keepers = keepers;
        this.clock = clock;
    }

    /** A series with its period. */
    public record Line(RecordSeries series, Retention.@Nullable SetPeriod period) {}

    @GetMapping
    ModelAndView list() {
        keepers.requireKeeper();
        ModelAndView page = page("retention/retention");
        page.addObject(
                "lines",
                retention.series().stream()
                        .map(series ->
                                new Line(series, retention.inForce(series.id()).orElse(null)))
                        .toList());
        page.addObject("holds", holds.open(HOLDS));
        page.addObject("batches", disposals.waiting(PAGE));
        return page;
    }

    @GetMapping("/series/{id}")
    ModelAndView series(@PathVariable String id, @RequestParam(required = false) @Nullable String after) {
        keepers.requireKeeper();
        return series(known(id), after, Map.of(), Map.of());
    }

    private ModelAndView series(
            RecordSeries series, @Nullable String after, Map<String, String> form, Map<String, String> errors) {
        List<Retention.Due> due = retention.due(series, after, PAGE + 1);
        ModelAndView page = page("retention/series");
        page.addObject("series", series);
        page.addObject("periods", retention.periods(series.id()));
        page.addObject("due", due.subList(0, Math.min(PAGE, due.size())));
        page.addObject("next", due.size() > PAGE ? due.get(PAGE - 1).caseNumber() : null);
        page.addObject("form", form);
        page.addObject("errors", errors);
        page.addObject("options", Map.of("unit", ordered("DAYS", "Days", "MONTHS", "Months", "YEARS", "Years")));
        page.addObject("mandatory", Set.of("amount", "unit", "authority", "effectiveFrom", "reason"));
        return page;
    }

    /** Sets a period. */
    @PostMapping("/series/{id}/periods")
    ModelAndView set(@PathVariable String id, @RequestParam Map<String, String> form, RedirectAttributes next) {
        keepers.requireKeeper();
        RecordSeries series = known(id);
        Map<String, String> errors = new LinkedHashMap<>();
        String amount = form.getOrDefault("amount", "").strip();
        if (!amount.matches("[1-9][0-9]{0,3}")) {
            errors.put("amount", "Enter a whole number from 1 to 9999.");
        }
        String unit = form.getOrDefault("unit", "");
        if (!Set.of("DAYS", "MONTHS", "YEARS").contains(unit)) {
            errors.put("unit", "Choose days, months or years.");
        }
        String authority =
                need(form, "authority", "Name what sets the period; nothing is destroyed without it.", errors);
        LocalDate from = date(form.getOrDefault("effectiveFrom", ""), errors);
        String reason = need(form, "reason", "Give the reason.", errors);
        if (!errors.isEmpty() || from == null) {
            return refused(series(series, null, form, errors));
        }
        retention.set(new Retention.SetPeriod(
                series.id(),
                Integer.parseInt(amount),
                Retention.Unit.valueOf(unit),
                authority,
                from,
                reason,
                user(),
                OffsetDateTime.now(clock)));
        next.addFlashAttribute("message", "The period is set. Nothing is destroyed by it alone.");
        return new ModelAndView("redirect:/retention/series/" + id);
    }

    /** Shows what the disposal of chosen cases would destroy, and asks a second person for it when a reason is given. */
    @PostMapping("/disposals")
    ModelAndView ask(
            @RequestParam(name = "chosen", required = false) @Nullable List<String> chosen,
            @RequestParam Map<String, String> form,
            RedirectAttributes next) {
        keepers.requireKeeper();
        List<String> numbers = chosen == null
                ? List.of()
                : chosen.stream().distinct().limit(PAGE).toList();
        Map<String, String> errors = new LinkedHashMap<>();
        if (numbers.isEmpty()) {
            next.addFlashAttribute("problem", "Choose at least one case.");
            return new ModelAndView("redirect:/retention");
        }
        if (form.containsKey("reason")) {
            String reason = need(form, "reason", "Give the reason.", errors);
            if (errors.isEmpty()) {
                try {
                    String id = disposals.ask(numbers, reason, user());
                    next.addFlashAttribute(
                            "message", "Asked. A second person has to agree; nothing is destroyed before.");
                    return new ModelAndView("redirect:/retention/disposals/" + id);
                } catch (IllegalArgumentException refusal) {
                    errors.put("", String.valueOf(refusal.getMessage()));
                }
            }
        }
        ModelAndView page = page("retention/disposal");
        page.addObject("batch", null);
        page.addObject("prospects", numbers.stream().map(disposals::prospect).toList());
        page.addObject("form", form);
        page.addObject("errors", errors);
        page.addObject("mandatory", Set.of("reason"));
        return errors.isEmpty() ? page : refused(page);
    }

    @GetMapping("/disposals/{id}")
    ModelAndView batch(@PathVariable String id) {
        keepers.requireKeeper();
        return batch(batchOf(id), Map.of());
    }

    private ModelAndView batch(Disposals.Batch batch, Map<String, String> errors) {
        ModelAndView page = page("retention/disposal");
        page.addObject("batch", batch);
        page.addObject("own", batch.askedBy().equals(user()));
        page.addObject(
                "prospects",
                disposals.cases(batch.id()).stream().map(disposals::prospect).toList());
        page.addObject("form", Map.of());
        page.addObject("errors", errors);
        return page;
    }

    /** Takes the second person's answer, or the first one's change of mind. */
    @PostMapping("/disposals/{id}")
    ModelAndView answer(
            @PathVariable String id, @RequestParam(defaultValue = "") String action, RedirectAttributes next) {
        keepers.requireKeeper();
        Disposals.Batch batch = batchOf(id);
        try {
            if (action.equals("agree")) {
                List<String> left = disposals.agree(batch, user());
                next.addFlashAttribute(
                        "message",
                        left.isEmpty()
                                ? "Disposed of. The journal of each case names what was destroyed."
                                : "Disposed of, except for " + String.join(" ", left));
            } else {
                disposals.decline(batch, user());
                next.addFlashAttribute("message", "Nothing is destroyed.");
            }
            return new ModelAndView("redirect:/retention");
        } catch (IllegalArgumentException refusal) {
            return refused(batch(batch, Map.of("", refusal.getMessage() + ".")));
        }
    }

    private RecordSeries known(String id) {
        return retention.series().stream()
                .filter(series -> series.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no series " + id + "."));
    }

    private Disposals.Batch batchOf(String id) {
        return disposals
                .find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such request."));
    }

    private static String need(Map<String, String> form, String field, String message, Map<String, String> errors) {
        String text = form.getOrDefault(field, "").strip();
        if (text.isEmpty()) {
            errors.put(field, message);
        } else if (text.length() > LONGEST) {
            errors.put(field, "Write at most " + LONGEST + " characters.");
        }
        return text;
    }

    private static @Nullable LocalDate date(String text, Map<String, String> errors) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException wrong) {
            errors.put("effectiveFrom", "Enter a date as year-month-day, for example 2026-06-18.");
            return null;
        }
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            all.put(pairs[i], pairs[i + 1]);
        }
        return all;
    }

    private ModelAndView page(String view) {
        ModelAndView page = new ModelAndView(view);
        page.addObject("zone", clock.getZone());
        return page;
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private static String user() {
        return Objects.requireNonNull(Visitor.present().user(), "This address needs sign-in");
    }
}
