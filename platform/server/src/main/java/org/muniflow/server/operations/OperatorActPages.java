package org.muniflow.server.operations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniflow.server.errors.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Acts on the running cases of a version: choose, look at what would change, confirm with a reason. */
@Controller
@RequestMapping("/admin/cases")
final class OperatorActPages {

    private static final String HERE = "/admin/cases";
    private static final int PAGE = 50;

    private final RunningCases cases;
    private final OperatorActs acts;

    OperatorActPages(RunningCases cases, OperatorActs acts) {
        this.cases = cases;
        this.acts = acts;
    }

    /**
     * The form: what is to be done to which cases.
     *
     * @param definition the engine's id of the version
     * @param act the word of the act
     * @param which {@code all}, or the chosen ones
     * @param chosen the chosen process instances; null if none
     * @param target for a migration the engine's id of the other version
     * @param from for a move the step to leave; empty for every step
     * @param to for a move the step to go on before
     * @param reason why
     */
    record Form(
            String definition,
            @Nullable String act,
            @Nullable String which,
            @Nullable Set<String> chosen,
            @Nullable String target,
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason) {

        static String plain(@Nullable String text) {
            return text == null ? "" : text.strip();
        }
    }

    @GetMapping
    String versions(Model model) {
        model.addAttribute("versions", cases.versions());
        return "operations/cases";
    }

    @GetMapping("/version")
    String version(
            @RequestParam String definition, @RequestParam(required = false) @Nullable String after, Model model) {
        show(known(definition), after, model);
        model.addAttribute("form", Map.of("act", OperatorAct.SUSPEND.word()));
        return "operations/cases-version";
    }

    @GetMapping("/preview")
    String preview(@ModelAttribute("asked") Form form, Model model) {
        RunningCases.Version version = known(form.definition());
        Map<String, String> errors = new LinkedHashMap<>();
        OperatorActs.Wanted wanted = wanted(form, version, errors);
        List<RunningCases.Running> chosen = chosen(form, errors);
        if (wanted != null && errors.isEmpty()) {
            try {
                model.addAttribute("preview", acts.preview(wanted, chosen));
                model.addAttribute("wanted", wanted);
                model.addAttribute("form", Map.of("reason", Form.plain(form.reason())));
                return "operations/case-act";
            } catch (IllegalArgumentException impossible) {
                errors.put("target", String.valueOf(impossible.getMessage()));
            }
        }
        show(version, null, model);
        model.addAttribute("errors", errors);
        model.addAttribute(
                "form",
                Map.of(
                        "act", Form.plain(form.act()),
                        "target", Form.plain(form.target()),
                        "from", Form.plain(form.from()),
                        "to", Form.plain(form.to())));
        return "operations/cases-version";
    }

    @PostMapping("/act")
    String act(@ModelAttribute("asked") Form form, Model model, RedirectAttributes next) {
        RunningCases.Version version = known(form.definition());
        Map<String, String> errors = new LinkedHashMap<>();
        OperatorActs.Wanted wanted = wanted(form, version, errors);
        List<RunningCases.Running> chosen = chosen(form, errors);
        if (wanted == null || !errors.isEmpty()) {
            return preview(form, model);
        }
        if (Form.plain(form.reason()).isEmpty()) {
            model.addAttribute("errors", Map.of("reason", "Say why, for the journal of each case."));
            return preview(form, model);
        }
        EachCase.Outcome outcome = acts.act(wanted, chosen, Moments.sentence(Form.plain(form.reason())));
        if (!outcome.done().isEmpty()) {
            next.addFlashAttribute(
                    "message",
                    "'" + wanted.act().title() + "' is done to "
                            + (outcome.done().size() == 1
                                    ? outcome.done().get(0)
                                    : outcome.done().size() + " cases")
                            + ".");
        }
        if (!outcome.refused().isEmpty()) {
            next.addFlashAttribute(
                    "refused",
                    "'" + wanted.act().title() + "' was refused for "
                            + (outcome.refused().size() == 1
                                    ? "one case"
                                    : outcome.refused().size() + " cases")
                            + ", which are as they were.");
            next.addFlashAttribute("reasons", outcome.reasons());
        }
        return "redirect:"
                + UriComponentsBuilder.fromPath(HERE + "/version")
                        .queryParam("definition", "{definition}")
                        .encode()
                        .buildAndExpand(version.definitionId())
                        .toUriString();
    }

    private void show(RunningCases.Version version, @Nullable String after, Model model) {
        Map<String, String> targets = new LinkedHashMap<>();
        cases.others(version)
                .forEach(other -> targets.put(other.definitionId(), other.label() + ", number " + other.number()));
        Map<String, String> steps = cases.steps(version.definitionId());
        Map<String, String> offered = new LinkedHashMap<>();
        for (OperatorAct act : OperatorAct.values()) {
            offered.put(act.word(), act.title() + ". " + act.effect());
        }
        model.addAttribute("version", version);
        model.addAttribute("found", cases.cases(version.definitionId(), after, PAGE));
        model.addAttribute("after", after);
        model.addAttribute("most", EachCase.MOST);
        model.addAttribute("options", Map.of("act", offered, "target", targets, "from", steps, "to", steps));
    }

    private RunningCases.Version known(String definition) {
        return cases.version(definition)
                .orElseThrow(() -> new Refusal(
                        HttpStatus.NOT_FOUND, "There is no such version any more; its module was uninstalled."));
    }

    private OperatorActs.@Nullable Wanted wanted(Form form, RunningCases.Version version, Map<String, String> errors) {
        OperatorAct act = OperatorAct.of(Form.plain(form.act())).orElse(null);
        if (act == null) {
            errors.put("act", "Choose what is to be done.");
            return null;
        }
        RunningCases.Version target = null;
        if (act == OperatorAct.MIGRATE) {
            target = cases.others(version).stream()
                    .filter(other -> other.definitionId().equals(Form.plain(form.target())))
                    .findFirst()
                    .orElse(null);
            if (target == null) {
                errors.put("target", "Choose the version to which the cases are to go.");
            }
        }
        String from = act == OperatorAct.MOVE ? Form.plain(form.from()) : "";
        String to = act == OperatorAct.MOVE ? Form.plain(form.to()) : "";
        if (act == OperatorAct.MOVE) {
            Set<String> steps = cases.steps(version.definitionId()).keySet();
            if (!steps.contains(to)) {
                errors.put("to", "Choose the step before which the cases are to go on.");
            }
            if (!from.isEmpty() && !steps.contains(from)) {
                errors.put("from", "Choose a step of this version, or none for every step.");
            }
        }
        return new OperatorActs.Wanted(act, version, target, from, to);
    }

    private List<RunningCases.Running> chosen(Form form, Map<String, String> errors) {
        List<RunningCases.Running> chosen = "all".equals(form.which())
                ? cases.cases(form.definition(), null, EachCase.MOST).cases()
                : cases.cases(form.definition(), form.chosen() == null ? Set.of() : form.chosen());
        if (chosen.isEmpty()) {
            errors.put("chosen", "Choose at least one case that still runs on this version.");
        }
        return chosen;
    }
}
