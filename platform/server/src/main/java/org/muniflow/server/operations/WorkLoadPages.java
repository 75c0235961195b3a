package org.muniflow.server.operations;

import java.time.Clock;
import java.util.List;
import org.muniflow.casework.department.Departments;
import org.muniflow.casework.worklist.WorkLoad;
import org.muniflow.server.MuniflowSettings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How much every team and every person has to do. */
@Controller
final class WorkLoadPages {

    private static final int PAGE = 50;

    private final WorkLoad load;
    private final Departments departments;
    private final MuniflowSettings settings;
    private final Clock clock;

    WorkLoadPages(WorkLoad load, Departments departments, MuniflowSettings settings, Clock clock) {
        this.load = load;
        this.departments = departments;
        this.settings = settings;
        this.clock = clock;
    }

    /** A page of teams or people. */
    record Page(List<WorkLoad.Load> loads, String next) {

        static Page of(List<WorkLoad.Load> found) {
            return found.size() > PAGE
                    ? new Page(found.subList(0, PAGE), found.get(PAGE - 1).who())
                    : new Page(found, "");
        }
    }

    @GetMapping("/admin/work")
    String show(
            @RequestParam(defaultValue = "") String teamsAfter,
            @RequestParam(defaultValue = "") String peopleAfter,
            Model model) {
        model.addAttribute("teams", Page.of(load.teams(teamsAfter, PAGE + 1)));
        model.addAttribute("people", Page.of(load.people(peopleAfter, PAGE + 1)));
        model.addAttribute("names", this);
        model.addAttribute("now", clock.instant());
        model.addAttribute("words", new Moments(clock.getZone()));
        return "operations/work";
    }

    /** A team's name; its id if nobody ever named it. */
    public String team(String groupId) {
        return departments.teamName(groupId).orElseGet(() -> settings.groups().getOrDefault(groupId, groupId));
    }
}
