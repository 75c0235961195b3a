package org.muniflow.server.operations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.Cases;
import org.muniflow.kernel.spi.Actors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets ended cases go on before a step: with their numbers, their last values, and the version they ended on. */
@Controller
@RequestMapping("/admin/cases/restart")
final class RestartPages {

    private static final String HERE = "/admin/cases/restart";

    private final Cases cases;
    private final HistoryService history;
    private final RunningCases versions;
    private final EachCase each;
    private final Actors actors;

    RestartPages(Cases cases, HistoryService history, RunningCases versions, EachCase each, Actors actors) {
        this.cases = cases;
        this.history = history;
        this.versions = versions;
        this.each = each;
        this.actors = actors;
    }

    /** An ended case. */
    record Ended(String caseNumber, String title, String definitionId) implements EachCase.Numbered {}

    /** What the operator typed, and what became of it. */
    private record Asked(List<Ended> ended, List<String> problems) {}

    @GetMapping
    String ask(@RequestParam(defaultValue = "") String numbers, Model model) {
        model.addAttribute("form", Map.of("numbers", numbers));
        if (!numbers.isBlank()) {
            show(asked(numbers), numbers, model);
        }
        return "operations/restart";
    }

    @PostMapping
    String restart(
            @RequestParam(defaultValue = "") String numbers,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes next) {
        Asked asked = asked(numbers);
        Map<String, String> errors = new LinkedHashMap<>();
        if (asked.ended().isEmpty() || !asked.problems().isEmpty()) {
            return ask(numbers, model);
        }
        if (!versions.steps(asked.ended().get(0).definitionId()).containsKey(to)) {
            errors.put("to", "Choose the step before which the cases are to go on.");
        }
        if (reason.isBlank()) {
            errors.put("reason", "Say why, for the journal of each case.");
        }
        if (!errors.isEmpty()) {
            show(asked, numbers, model);
            model.addAttribute("errors", errors);
            model.addAttribute("form", Map.of("numbers", numbers, "to", to, "reason", reason));
            return "operations/restart";
        }
        EachCase.Outcome outcome =
                each.run(asked.ended(), one -> cases.reopen(one.caseNumber(), to, Moments.sentence(reason), Map.of()));
        if (!outcome.done().isEmpty()) {
            next.addFlashAttribute("message", "These go on again: " + String.join(", ", outcome.done()) + ".");
        }
        if (!outcome.refused().isEmpty()) {
            next.addFlashAttribute("refused", "Some cases could not go on again; they are as they were.");
            next.addFlashAttribute("reasons", outcome.reasons());
        }
        return "redirect:" + HERE;
    }

    private void show(Asked asked, String numbers, Model model) {
        if (!asked.problems().isEmpty()) {
            model.addAttribute("errors", Map.of("numbers", String.join(" ", asked.problems())));
            return;
        }
        RunningCases.Version version = versions.version(asked.ended().get(0).definitionId())
                .orElseThrow(() -> new IllegalStateException("The version went while it was read"));
        model.addAttribute("ended", asked.ended());
        model.addAttribute("version", version);
        model.addAttribute("numbers", numbers);
        model.addAttribute("options", Map.of("to", versions.steps(version.definitionId())));
    }

    private Asked asked(String numbers) {
        List<Ended> ended = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Set<String> wanted = new LinkedHashSet<>();
        Stream.of(numbers.split("[\\s,;]+")).filter(number -> !number.isEmpty()).forEach(wanted::add);
        if (wanted.size() > EachCase.MOST) {
            problems.add("Name at most " + EachCase.MOST + " cases at once.");
            return new Asked(ended, problems);
        }
        for (String number : wanted) {
            Cases.CaseFile file = cases.find(number).orElse(null);
            if (file == null) {
                problems.add("There is no case " + number + ".");
            } else if (!file.state().equals("ENDED")) {
                problems.add(number + " has not ended; move it instead.");
            } else {
                String definition = definition(file);
                if (definition == null) {
                    problems.add(number + " cannot go on: its history or its version was removed.");
                } else {
                    ended.add(new Ended(number, file.title(), definition));
                }
            }
        }
        if (ended.stream().map(Ended::definitionId).distinct().count() > 1) {
            problems.add("These cases ended on different versions; name those of one version at once.");
        }
        if (wanted.isEmpty()) {
            problems.add("Name at least one case.");
        }
        return new Asked(ended, problems);
    }

    private @Nullable String definition(Cases.CaseFile file) {
        return actors.asPlatform(() -> {
            List<HistoricProcessInstance> last = history.createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKey(file.caseNumber())
                    .processDefinitionKey(file.processKey())
                    .orderByProcessInstanceStartTime()
                    .desc()
                    .listPage(0, 1);
            return last.isEmpty()
                    ? null
                    : versions.version(last.get(0).getProcessDefinitionId())
                            .map(RunningCases.Version::definitionId)
                            .orElse(null);
        });
    }
}
