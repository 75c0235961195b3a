package org.muniflow.casework.page;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.muniflow.casework.department.StoppedWork;
import org.muniflow.casework.ledger.ClockLedger;
import org.muniflow.casework.worklist.WorkItem;
import org.muniflow.casework.worklist.WorkList;
import org.muniflow.casework.worklist.WorkPage;
import org.muniflow.kernel.spi.StepRefused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The work list: my tasks and my teams' tasks, the earliest due first. */
@Controller
final class WorkPages {

    static final String TASKLIST = "/camunda/app/tasklist/default/#/?task=";

    private static final int PAGE = 25;

    private final WorkList work;
    private final TaskService tasks;
    private final CaseFacts facts;
    private final StoppedWork stopped;
    private final ClockLedger clocks;
    private final Clock clock;

    WorkPages(WorkList work, TaskService tasks, CaseFacts facts, StoppedWork stopped, ClockLedger clocks, Clock clock) {
        this.work = work;
        this.tasks = tasks;
        this.facts = facts;
        this.stopped = stopped;
        this.clocks = clocks;
        this.clock = clock;
    }

    @GetMapping("/work")
    ModelAndView show(
            @RequestParam(defaultValue = "") String team,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(required = false) @Nullable String mineAfter,
            @RequestParam(required = false) @Nullable String teamAfter) {
        Visitor visitor = Visitor.present();
        Set<String> groups = new TreeSet<>(visitor.teams());
        if (!team.isEmpty()) {
            if (!groups.contains(team)) {
                return Plain.page(
                        HttpStatus.FORBIDDEN, "You may not see this", "You do not belong to the team " + team + ".");
            }
            groups = Set.of(team);
        }
        ModelAndView page = new ModelAndView("case/work");
        try {
            String user = visitor.user() == null ? "" : visitor.user();
            WorkPage mine = kept(work.mine(user, mineAfter, PAGE), overdue);
            WorkPage teamwork = kept(work.ofTeams(groups, true, teamAfter, PAGE), overdue);
            page.addObject("mine", mine);
            page.addObject("teamwork", teamwork);
            page.addObject(
                    "stopped",
                    stopped.of(Stream.concat(mine.items().stream(), teamwork.items().stream())
                            .toList()));
        } catch (IllegalArgumentException malformed) {
            return Plain.page(HttpStatus.BAD_REQUEST, "There is no such page", malformed.getMessage() + ".");
        }
        Map<String, String> teams = new LinkedHashMap<>();
        new TreeSet<>(visitor.teams()).forEach(group -> teams.put(group, facts.teamName(group)));
        page.addObject("options", Map.of("team", teams));
        page.addObject("form", Map.of("team", team, "overdue", String.valueOf(overdue)));
        page.addObject("team", team);
        page.addObject("missed", !clocks.escalated(visitor.groups(), 1).isEmpty());
        page.addObject("overdue", overdue);
        page.addObject("mineAfter", mineAfter);
        page.addObject("teamAfter", teamAfter);
        page.addObject("facts", facts);
        page.addObject("now", clock.instant());
        page.addObject("words", new Words(clock.getZone()));
        return page;
    }

    @PostMapping("/work/claim")
    String claim(@RequestParam String taskId, RedirectAttributes after) {
        String user = Visitor.present().user();
        try {
            tasks.claim(taskId, user);
            return "redirect:" + TASKLIST + taskId;
        } catch (AuthorizationException refused) {
            after.addFlashAttribute("problem", "Your groups do not allow you to claim this task.");
        } catch (ProcessEngineException refused) {
            after.addFlashAttribute(
                    "problem",
                    StepRefused.in(refused)
                            .map(StepRefused::getMessage)
                            .orElse("The task cannot be claimed any more: somebody else has it, or it is done."));
        }
        return "redirect:/work";
    }

    /** Tasks come in the order of their due dates, so the overdue ones are the first. */
    private WorkPage kept(WorkPage page, boolean overdueOnly) {
        if (!overdueOnly) {
            return page;
        }
        Words words = new Words(clock.getZone());
        List<WorkItem> overdue = page.items().stream()
                .filter(item -> words.over(item.dueAt(), clock.instant()))
                .toList();
        return new WorkPage(overdue, overdue.size() == page.items().size() ? page.next() : null);
    }
}
