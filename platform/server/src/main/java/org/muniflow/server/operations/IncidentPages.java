package org.muniflow.server.operations;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniflow.casework.notice.OutboxDesk;
import org.muniflow.kernel.spi.ModuleState;
import org.muniflow.kernel.spi.Modules;
import org.muniflow.server.errors.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the city could not go on with by itself: incidents of the engine by kind and case by case with their next tries, versions
 * of modules that did not start, and e-mails that could not be sent.
 */
@Controller
@RequestMapping("/admin/incidents")
final class IncidentPages {

    private static final String LIST = "/admin/incidents";
    private static final int PAGE = 25;

    private final Incidents incidents;
    private final Modules modules;
    private final OutboxDesk outbox;
    private final Clock clock;

    IncidentPages(Incidents incidents, Modules modules, OutboxDesk outbox, Clock clock) {
        this.incidents = incidents;
        this.modules = modules;
        this.outbox = outbox;
        this.clock = clock;
    }

    @GetMapping
    String kinds(Model model) {
        model.addAttribute("kinds", incidents.kinds());
        model.addAttribute(
                "modules",
                modules.states().stream()
                        .filter(state -> state.state() == ModuleState.State.FAILED)
                        .toList());
        model.addAttribute("outbox", outbox.standing());
        model.addAttribute("words", new Moments(clock.getZone()));
        return "operations/incidents";
    }

    @GetMapping("/step")
    String step(
            @RequestParam String definition,
            @RequestParam String element,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        model.addAttribute("found", incidents.of(definition, element, after, PAGE));
        model.addAttribute("definition", definition);
        model.addAttribute("element", element);
        model.addAttribute("after", after);
        model.addAttribute("most", EachCase.MOST);
        model.addAttribute("words", new Moments(clock.getZone()));
        return "operations/incident-step";
    }

    @PostMapping("/{id}/retry")
    String retry(@PathVariable String id, RedirectAttributes next) {
        Incidents.Incident incident = incidents
                .find(id)
                .orElseThrow(() -> new Refusal(
                        HttpStatus.NOT_FOUND, "There is no such incident any more; its step has been tried again."));
        tell(incidents.retry(List.of(incident), "An operator asked for it."), next);
        return "redirect:" + address(incident.definitionId(), incident.elementId());
    }

    @GetMapping("/step/retry")
    String preview(@RequestParam String definition, @RequestParam String element, Model model) {
        return preview(incidents.of(definition, element, null, EachCase.MOST), definition, element, model);
    }

    private String preview(Incidents.Page found, String definition, String element, Model model) {
        model.addAttribute("found", found);
        model.addAttribute("definition", definition);
        model.addAttribute("element", element);
        model.addAttribute("words", new Moments(clock.getZone()));
        return "operations/incident-retry";
    }

    /** What was looked at is what is tried: those that came meanwhile are not in the form. */
    @PostMapping("/step/retry")
    String retryAll(
            @RequestParam String definition,
            @RequestParam String element,
            @RequestParam(defaultValue = "") Set<String> chosen,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes next) {
        List<Incidents.Incident> waiting = incidents.waiting(chosen);
        if (chosen.size() > EachCase.MOST || waiting.isEmpty()) {
            next.addFlashAttribute("problem", "None of these waits any more; look at those that are left.");
            return "redirect:" + address(definition, element);
        }
        if (reason.isBlank()) {
            model.addAttribute("errors", Map.of("reason", "Say why this may work now, for the journal of each case."));
            return preview(new Incidents.Page(waiting, null), definition, element, model);
        }
        tell(incidents.retry(waiting, Moments.sentence(reason)), next);
        return "redirect:" + LIST;
    }

    private static void tell(EachCase.Outcome outcome, RedirectAttributes next) {
        if (!outcome.done().isEmpty()) {
            next.addFlashAttribute(
                    "message",
                    outcome.done().size() == 1
                            ? "The step of " + outcome.done().get(0) + " is tried again now."
                            : outcome.done().size() + " steps are tried again now.");
        }
        if (!outcome.refused().isEmpty()) {
            next.addFlashAttribute("refused", "Some steps cannot be tried again.");
            next.addFlashAttribute("reasons", outcome.reasons());
        }
    }

    private static String address(String definition, String element) {
        return UriComponentsBuilder.fromPath(LIST + "/step")
                .queryParam("definition", "{definition}")
                .queryParam("element", "{element}")
                .encode()
                .buildAndExpand(definition, element)
                .toUriString();
    }
}
