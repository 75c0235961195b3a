package org.muniflow.casework.delegation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.page.FieldProblem;
import org.muniflow.api.page.Rejected;
import org.muniflow.casework.page.Visitor;
import org.muniflow.casework.worklist.WorkItem;
import org.muniflow.casework.worklist.WorkList;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tasks that a delegate may do, the delegations of a person's teams, and the forms that enter and revoke one. */
@Controller
@RequestMapping("/delegations")
final class DelegationPages {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);
    private static final String HERE = "redirect:/delegations";
    private static final int MOST = 50;

    private final DelegationDesk desk;
    private final TeamTasks tasks;
    private final Teams teams;
    private final WorkList work;
    private final Clock clock;

    DelegationPages(DelegationDesk desk, TeamTasks tasks, Teams teams, WorkList work, Clock clock) {
        this.desk = desk;
        this.tasks = tasks;
        this.teams = teams;
        this.work = work;
        this.clock = clock;
    }

    /**
     * A delegation by which the visitor acts today.
     *
     * @param delegation the delegation
     * @param teamName the team's name
     * @param tasks the open tasks that nobody has claimed
     */
    record Acting(Delegation delegation, String teamName, List<WorkItem> tasks) {}

    /**
     * A delegation of a team of the visitor's.
     *
     * @param delegation the delegation
     * @param teamName the team's name
     * @param tasks what it covers, in words
     * @param state how it stands, in words
     * @param open whether it may still be revoked
     */
    record Given(Delegation delegation, String teamName, List<String> tasks, String state, boolean open) {}

    @GetMapping
    ModelAndView show(@RequestParam(defaultValue = "") String team) {
        return page(team, new HashMap<>(Map.of("team", team)), Map.of());
    }

    @PostMapping
    ModelAndView enter(@RequestParam MultiValueMap<String, String> sent, RedirectAttributes next) {
        Map<String, Object> form = new HashMap<>(sent.toSingleValueMap());
        List<String> chosen = sent.getOrDefault("tasks", List.of());
        form.put("tasks", chosen);
        String team = Objects.toString(form.get("team"), "");
        try {
            Delegation made = desk.enter(
                    new DelegationDesk.Entry(
                            team,
                            sent.getFirst("delegate"),
                            date(sent, "fromOn"),
                            date(sent, "toOn"),
                            chosen,
                            sent.getFirst("instrument")),
                    user());
            next.addFlashAttribute(
                    "message",
                    made.delegate() + " acts for " + name(made.team()) + " from " + DAY.format(made.fromOn()) + " to "
                            + DAY.format(made.toOn()) + ".");
            return new ModelAndView(HERE);
        } catch (Rejected refusal) {
            ModelAndView again = page(team, form, errors(refusal));
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
    }

    @GetMapping("/{id}/revoke")
    ModelAndView asked(@PathVariable String id, RedirectAttributes next) {
        return desk.revocable(id, user())
                .map(delegation -> asked(delegation, Map.of(), Map.of()))
                .orElseGet(() -> gone(next));
    }

    @PostMapping("/{id}/revoke")
    ModelAndView revoke(
            @PathVariable String id, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        Delegation delegation = desk.revocable(id, user()).orElse(null);
        if (delegation == null) {
            return gone(next);
        }
        try {
            if (!desk.revoke(id, reason, user())) {
                return gone(next);
            }
            next.addFlashAttribute(
                    "message",
                    delegation.delegate() + " no longer acts for " + name(delegation.team())
                            + ". Tasks that were claimed by it are open again.");
            return new ModelAndView(HERE);
        } catch (Rejected refusal) {
            ModelAndView again = asked(delegation, Map.of("reason", reason), errors(refusal));
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
    }

    private ModelAndView page(String team, Map<String, Object> form, Map<String, String> errors) {
        Map<String, String> own = new LinkedHashMap<>();
        desk.delegable(user()).forEach(one -> own.put(one, name(one)));
        String chosen = own.size() == 1 ? own.keySet().iterator().next() : own.containsKey(team) ? team : "";
        form.put("team", chosen);
        ModelAndView page = new ModelAndView("delegation/delegations");
        page.addObject("acting", acting());
        page.addObject("given", given());
        page.addObject("teams", own);
        page.addObject("team", chosen);
        page.addObject("teamName", chosen.isEmpty() ? "" : name(chosen));
        page.addObject("options", Map.of("team", own, "tasks", chosen.isEmpty() ? Map.of() : tasks.of(chosen)));
        page.addObject("form", form);
        page.addObject("errors", errors);
        page.addObject("mandatory", Set.of("delegate", "fromOn", "toOn", "instrument"));
        return page;
    }

    private List<Acting> acting() {
        List<Acting> acting = new ArrayList<>();
        for (Delegation delegation : desk.actingToday(user())) {
            List<WorkItem> open = work.ofTeams(Set.of(delegation.team()), true, null, MOST).items().stream()
                    .filter(item -> delegation.covers(item.processKey(), item.elementId()))
                    .toList();
            acting.add(new Acting(delegation, name(delegation.team()), open));
        }
        return acting;
    }

    private List<Given> given() {
        LocalDate today = LocalDate.now(clock);
        Map<String, Map<String, String>> words = new HashMap<>();
        List<Given> given = new ArrayList<>();
        for (Delegation delegation : desk.ofTeamsOf(user(), MOST)) {
            Map<String, String> named = words.computeIfAbsent(delegation.team(), tasks::of);
            given.add(new Given(
                    delegation,
                    name(delegation.team()),
                    delegation.tasks().stream()
                            .map(task -> named.getOrDefault(task, task))
                            .toList(),
                    state(delegation, today),
                    delegation.open(today)));
        }
        return given;
    }

    private static String state(Delegation delegation, LocalDate today) {
        if (delegation.revokedOn() != null) {
            return "Revoked on " + DAY.format(delegation.revokedOn()) + " by " + delegation.revokedBy() + ": "
                    + delegation.revokedFor();
        }
        if (delegation.holds(today)) {
            return "Holds";
        }
        return delegation.open(today) ? "To come" : "Over";
    }

    private ModelAndView asked(Delegation delegation, Map<String, String> form, Map<String, String> errors) {
        ModelAndView page = new ModelAndView("delegation/revoke");
        page.addObject("delegation", delegation);
        page.addObject("teamName", name(delegation.team()));
        page.addObject("form", form);
        page.addObject("errors", errors);
        page.addObject("mandatory", Set.of("reason"));
        return page;
    }

    private static ModelAndView gone(RedirectAttributes next) {
        next.addFlashAttribute("problem", "There is no such delegation any more that you may revoke.");
        return new ModelAndView(HERE);
    }

    private String name(String team) {
        return teams.team(team).orElse(team);
    }

    private static Map<String, String> errors(Rejected refusal) {
        Map<String, String> errors = new LinkedHashMap<>();
        for (FieldProblem problem : refusal.problems()) {
            errors.putIfAbsent(problem.field(), problem.message());
        }
        return errors;
    }

    private static @Nullable LocalDate date(MultiValueMap<String, String> form, String field) {
        String text = Objects.toString(form.getFirst(field), "").strip();
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
