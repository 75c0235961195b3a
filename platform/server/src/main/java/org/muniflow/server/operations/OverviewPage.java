package org.muniflow.server.operations;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.muniflow.api.module.ProcessDeclaration;
import org.muniflow.casework.board.ClockBoard;
import org.muniflow.casework.department.Departments;
import org.muniflow.casework.notice.OutboxDesk;
import org.muniflow.kernel.spi.ModuleState;
import org.muniflow.kernel.spi.Modules;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The operators' first page: how the city stands, and the way to each of their pages. */
@Controller
final class OverviewPage {

    private final Modules modules;
    private final Incidents incidents;
    private final OutboxDesk outbox;
    private final ClockBoard board;
    private final Departments departments;
    private final Clock clock;

    OverviewPage(
            Modules modules,
            Incidents incidents,
            OutboxDesk outbox,
            ClockBoard board,
            Departments departments,
            Clock clock) {
        this.modules = modules;
        this.incidents = incidents;
        this.outbox = outbox;
        this.board = board;
        this.departments = departments;
        this.clock = clock;
    }

    @GetMapping("/admin")
    String show(Model model) {
        Map<ModuleState.State, Long> states = modules.states().stream()
                .collect(Collectors.groupingBy(ModuleState::state, TreeMap::new, Collectors.counting()));
        List<String> processes = departments.all().stream()
                .flatMap(department -> department.processes().stream())
                .map(ProcessDeclaration::key)
                .distinct()
                .toList();
        model.addAttribute("states", states);
        model.addAttribute("incidents", incidents.count());
        model.addAttribute("outbox", outbox.standing());
        model.addAttribute("clocks", board.count(processes));
        model.addAttribute("words", new Moments(clock.getZone()));
        return "operations/overview";
    }
}
