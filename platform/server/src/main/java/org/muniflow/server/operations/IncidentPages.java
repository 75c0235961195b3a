package org.muniflow.server.operations;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

/** The steps that failed at every try: by kind, case by case, and their next tries. */
@Controller
@RequestMapping("/admin/incidents")
final class IncidentPages {

    private static final String LIST = "/admin/incidents";
    private static final int PAGE = 25;

    private final Incidents incidents;
    private final Clock clock;

    IncidentPages(Incidents incidents, Clock clock) {
        this.incidents = incidents;
        this.clock = clock;
    }

    @GetMapping
    String kinds(Model model) {
        model.addAttribute("kinds", incidents.kinds());
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

    @PostMapping("/step/retry")
    String retryAll(
            @RequestParam String definition,
            @RequestParam String element,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        if (reason.isBlank()) {
            next.addFlashAttribute(
                    "problem", "Say why these steps may work now, for example: the mail server is back.");
            return "redirect:" + address(definition, element);
        }
        tell(
                incidents.retry(
                        incidents.of(definition, element, null, EachCase.MOST).incidents(), Moments.sentence(reason)),
                next);
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
