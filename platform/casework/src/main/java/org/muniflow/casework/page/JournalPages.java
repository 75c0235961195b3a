package org.muniflow.casework.page;

import java.time.Clock;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.muniflow.casework.cases.CaseFiles;
import org.muniflow.casework.journal.CaseAccount;
import org.muniflow.casework.journal.JournalEntry.Kind;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The journal of a case, {@code /cases/<number>/journal}: every line with what changed, and with its seal. */
@Controller
final class JournalPages {

    private static final int PAGE = 50;

    private final CaseFiles cases;
    private final CaseRights rights;
    private final CaseStory story;
    private final Clock clock;

    JournalPages(CaseFiles cases, CaseRights rights, CaseStory story, Clock clock) {
        this.cases = cases;
        this.rights = rights;
        this.story = story;
        this.clock = clock;
    }

    /** What a reader may look for. */
    enum Shown {
        TASKS("Tasks", EnumSet.of(Kind.TASK_OPENED, Kind.TASK_ASSIGNED, Kind.TASK_COMPLETED, Kind.TASK_REMOVED)),
        CLOCKS("Clocks", EnumSet.of(Kind.CLOCK)),
        RULES("Rules", EnumSet.of(Kind.RULE)),
        CHANGES("Changes of the record", EnumSet.of(Kind.CHANGED)),
        CORRECTIONS("Corrections", EnumSet.of(Kind.CORRECTED, Kind.REOPENED));

        private final String title;
        private final Set<Kind> kinds;

        Shown(String title, Set<Kind> kinds) {
            this.title = title;
            this.kinds = kinds;
        }
    }

    @GetMapping("/cases/{caseNumber}/journal")
    ModelAndView show(
            @PathVariable String caseNumber,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "0") long after) {
        CaseFiles.Row file = cases.row(caseNumber).orElse(null);
        if (file == null) {
            return Plain.page(
                    HttpStatus.NOT_FOUND,
                    "There is no such case",
                    "There is no case " + caseNumber + ". Search at /cases by number or name.");
        }
        Visitor visitor = Visitor.present();
        if (!rights.allowed(visitor, file.processKey())) {
            return Plain.page(HttpStatus.FORBIDDEN, "You may not see this case", CasePages.NEEDED);
        }
        Map<String, String> choices = choices();
        String wanted = show.toUpperCase(Locale.ROOT);
        if (!wanted.isEmpty() && !choices.containsKey(wanted)) {
            return Plain.page(
                    HttpStatus.BAD_REQUEST,
                    "The journal has no such lines",
                    "Show is one of " + String.join(", ", choices.keySet()) + ".");
        }
        Set<Kind> kinds = wanted.isEmpty() ? Set.of() : Shown.valueOf(wanted).kinds;
        return page(file, visitor, wanted, after, story.page(file, kinds, after, PAGE + 1));
    }

    private ModelAndView page(
            CaseFiles.Row file, Visitor visitor, String show, long after, List<CaseAccount.Told> found) {
        boolean works = story.worksOn(file, visitor);
        List<CaseAccount.Told> some = found.subList(0, Math.min(PAGE, found.size()));
        ModelAndView page = new ModelAndView("case/journal");
        page.addObject("file", file);
        page.addObject(
                "lines", some.stream().map(told -> ToldLine.of(told, works)).toList());
        page.addObject("form", Map.of("show", show));
        page.addObject("options", Map.of("show", choices()));
        page.addObject("show", show);
        page.addObject("after", after);
        page.addObject("next", found.size() > PAGE ? some.get(PAGE - 1).entry().id() : null);
        page.addObject("works", works);
        page.addObject("words", new Words(clock.getZone()));
        return page;
    }

    private static Map<String, String> choices() {
        Map<String, String> choices = new LinkedHashMap<>();
        for (Shown shown : Shown.values()) {
            choices.put(shown.name(), shown.title);
        }
        return choices;
    }
}
