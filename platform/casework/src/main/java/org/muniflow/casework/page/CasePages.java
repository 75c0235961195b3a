package org.muniflow.casework.page;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.CaseParties;
import org.muniflow.casework.cases.CaseFiles;
import org.muniflow.casework.cases.CasesByClock;
import org.muniflow.casework.cases.Parties;
import org.muniflow.casework.document.Filed;
import org.muniflow.casework.journal.JournalEntry;
import org.muniflow.casework.ledger.ClockLedger;
import org.muniflow.casework.ledger.LedgerEntry;
import org.muniflow.casework.worklist.WorkItem;
import org.muniflow.casework.worklist.WorkList;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The case page {@code /cases/<number>} and the search {@code /cases}. */
@Controller
final class CasePages {

    private static final int PAGE = 25;
    private static final Map<String, String> DUE = due();
    private static final int LINES = 50;
    private static final int RULES = 30;
    static final String NEEDED = "Your groups have no right to read cases of this kind. The module that owns the"
            + " process grants it; ask an administrator if you need it.";

    private final CaseFiles cases;
    private final Parties parties;
    private final CasesByClock byClock;
    private final CaseTeams teams;
    private final CaseTrails trails;
    private final CaseVersions versions;
    private final ClockLedger clocks;
    private final CaseFacts facts;
    private final CaseStory story;
    private final WorkList work;
    private final CaseRights rights;
    private final Corrections corrections;
    private final Keeping keeping;
    private final Clock clock;

    CasePages(
            CaseFiles cases,
            Parties parties,
            CasesByClock byClock,
            CaseTeams teams,
            CaseTrails trails,
            CaseVersions versions,
            ClockLedger clocks,
            CaseFacts facts,
            CaseStory story,
            WorkList work,
            CaseRights rights,
            Corrections corrections,
            Keeping keeping,
            Clock clock) {
        this.cases = cases;
        this.parties = parties;
        this.byClock = byClock;
        this.teams = teams;
        this.trails = trails;
        this.versions = versions;
        this.clocks = clocks;
        this.facts = facts;
        this.story = story;
        this.work = work;
        this.rights = rights;
        this.corrections = corrections;
        this.keeping = keeping;
        this.clock = clock;
    }

    @GetMapping("/cases")
    ModelAndView search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String party,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String clock,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable String after) {
        Visitor visitor = Visitor.present();
        String wanted = state.toUpperCase(Locale.ROOT);
        if (!Set.of("", "OPEN", "ENDED").contains(wanted)) {
            return Plain.page(HttpStatus.BAD_REQUEST, "The search needs a correction", "State is OPEN or ENDED.");
        }
        String due = clock.toUpperCase(Locale.ROOT);
        if (!due.isEmpty() && !DUE.containsKey(due)) {
            return Plain.page(
                    HttpStatus.BAD_REQUEST, "The search needs a correction", "Clock is WEEK, MONTH or MISSED.");
        }
        if (!party.isBlank() && !(q.isBlank() && due.isEmpty())) {
            return Plain.page(
                    HttpStatus.BAD_REQUEST,
                    "The search needs a correction",
                    "Search by a party's name, or by number, name and clock; kind and state go with both.");
        }
        List<String> readable = teams.processes().stream()
                .filter(process -> rights.allowed(visitor, process))
                .toList();
        List<String> processes = type.isEmpty()
                ? readable
                : readable.stream().filter(type::equals).toList();
        CaseFiles.Wanted search = new CaseFiles.Wanted(processes, wanted.isEmpty() ? null : wanted, q);
        Map<String, String> types = new LinkedHashMap<>();
        readable.forEach(process -> types.put(process, facts.processTitle(process)));
        ModelAndView page = new ModelAndView("case/cases");
        page.addObject("form", Map.of("q", q, "party", party, "state", wanted, "type", type, "clock", due));
        page.addObject("options", Map.of("state", Words.STATES, "type", types, "clock", DUE));
        page.addObject("facts", facts);
        page.addObject("q", q);
        page.addObject("party", party);
        page.addObject("state", wanted);
        page.addObject("type", type);
        page.addObject("before", before);
        page.addObject("words", new Words(this.clock.getZone()));
        page.addObject("clock", due);
        if (!party.isBlank()) {
            shown(page, byParty(new CaseFiles.Wanted(processes, search.state(), party), before));
        } else if (due.isEmpty()) {
            shown(page, cases.page(search, before, PAGE + 1));
        } else {
            try {
                byClock(page, search, CasesByClock.Due.valueOf(due), after);
            } catch (IllegalArgumentException malformed) {
                return Plain.page(HttpStatus.BAD_REQUEST, "There is no such page", malformed.getMessage() + ".");
            }
        }
        return page;
    }

    private List<CaseFiles.Row> byParty(CaseFiles.Wanted search, @Nullable String before) {
        CaseFiles.Row last = before == null ? null : cases.row(before).orElse(null);
        return parties.page(search, last, PAGE + 1);
    }

    private static void shown(ModelAndView page, List<CaseFiles.Row> found) {
        page.addObject("cases", found.subList(0, Math.min(PAGE, found.size())));
        if (found.size() > PAGE) {
            page.addObject("next", found.get(PAGE - 1).caseNumber());
        }
    }

    private void byClock(ModelAndView page, CaseFiles.Wanted search, CasesByClock.Due due, @Nullable String after) {
        CasesByClock.Page found = byClock.page(search, due, after, PAGE);
        page.addObject("clocks", found.found());
        page.addObject(
                "cases", found.found().stream().map(CasesByClock.Found::file).toList());
        page.addObject("after", after);
        page.addObject("nextClock", found.next());
    }

    @GetMapping("/cases/{caseNumber}")
    ModelAndView show(@PathVariable String caseNumber) {
        CaseFiles.Row file = cases.row(caseNumber).orElse(null);
        if (file == null) {
            return Plain.page(
                    HttpStatus.NOT_FOUND,
                    "There is no such case",
                    "There is no case " + caseNumber + ". Search at /cases by number or name.");
        }
        Visitor visitor = Visitor.present();
        if (!rights.allowed(visitor, file.processKey())) {
            return Plain.page(HttpStatus.FORBIDDEN, "You may not see this case", NEEDED);
        }
        return page(file, visitor);
    }

    private static Map<String, String> due() {
        Map<String, String> due = new LinkedHashMap<>();
        due.put(CasesByClock.Due.WEEK.name(), "Due within 7 days");
        due.put(CasesByClock.Due.MONTH.name(), "Due within 30 days");
        due.put(CasesByClock.Due.MISSED.name(), "Missed");
        return due;
    }

    private ModelAndView page(CaseFiles.Row file, Visitor visitor) {
        String number = file.caseNumber();
        ModelAndView page = new ModelAndView("case/case");
        page.addObject("file", file);
        page.addObject("process", facts.processTitle(file.processKey()));
        page.addObject("stopped", versions.stopped(file));
        List<WorkItem> tasks = work.ofCase(number);
        List<LedgerEntry> running = clocks.ofCase(number);
        List<JournalEntry> lines = story.newest(file, LINES + 1);
        page.addObject("tasks", NextStep.of(tasks, teams.of(number), running, lines, clock));
        page.addObject("facts", facts);
        page.addObject("clocks", running);
        page.addObject("parties", parties(file));
        page.addObject("fired", story.rules(file, RULES));
        page.addObject("works", story.worksOn(file, visitor));
        List<CaseTrail> ways = trails.of(number);
        page.addObject("trails", ways);
        page.addObject("steps", names(ways));
        List<Filed> documents = facts.documents(file, visitor);
        page.addObject("documents", documents);
        page.addObject("notices", facts.notices(file, documents));
        page.addObject("journal", lines.size() > LINES ? lines.subList(1, lines.size()) : lines);
        page.addObject("moreLines", lines.size() > LINES);
        page.addObject("pages", facts.pages(file, visitor));
        page.addObject("keeping", keeping.of(file));
        page.addObject("corrections", corrections.of(file, visitor));
        page.addObject("today", LocalDate.now(clock));
        page.addObject("words", new Words(clock.getZone()));
        page.addObject("styles", List.of("/assets/bpmn-js/diagram-js.css", "/assets/bpmn-js/bpmn-js.css"));
        page.addObject(
                "scripts",
                List.of("/assets/bpmn-js/bpmn-navigated-viewer.production.min.js", "/assets/muniflow/diagram.js"));
        return page;
    }

    private List<CaseParties.Party> parties(CaseFiles.Row file) {
        return file.recordId().isBlank() ? List.of() : parties.of(facts.module(file), file.recordId());
    }

    private static Map<String, String> names(List<CaseTrail> trails) {
        Map<String, String> names = new HashMap<>();
        trails.forEach(trail -> trail.steps().forEach(step -> names.put(step.elementId(), step.elementName())));
        return names;
    }
}
