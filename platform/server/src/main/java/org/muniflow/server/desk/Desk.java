package org.muniflow.server.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniflow.casework.department.Departments;
import org.muniflow.casework.department.Standing;
import org.muniflow.casework.department.StoppedWork;
import org.muniflow.casework.worklist.WorkItem;
import org.muniflow.casework.worklist.WorkList;
import org.muniflow.kernel.spi.Modules;
import org.springframework.stereotype.Component;

/** A person's desk: own tasks, the teams' open tasks, the clocks that run out first, and what can be started. */
@Component
final class Desk {

    private static final int SHOWN = 15;
    private static final int CLOCKS = 5;

    private final WorkList work;
    private final Modules modules;
    private final Departments departments;
    private final StoppedWork stopped;
    private final Clock clock;

    Desk(WorkList work, Modules modules, Departments departments, StoppedWork stopped, Clock clock) {
        this.work = work;
        this.modules = modules;
        this.departments = departments;
        this.stopped = stopped;
        this.clock = clock;
    }

    /**
     * A task as listed.
     *
     * @param id the task
     * @param name its name
     * @param caseNumber its case; empty if none
     * @param title what the case is about
     * @param due the last day in the city; null if none
     * @param late whether that day is over
     */
    record Item(
            String id,
            String name,
            String caseNumber,
            String title,
            @Nullable LocalDate due,
            boolean late) {}

    /** A case that can be started on a record page. */
    record Door(String title, String module, String address) {}

    /** What a person finds: own tasks, the teams' open tasks, and why some of them cannot be done now. */
    record Lists(List<Item> mine, List<Item> teams, List<String> stopped) {}

    Lists lists(String user, Set<String> groups) {
        List<WorkItem> mine = work.mine(user, null, SHOWN).items();
        List<WorkItem> teams = work.ofTeams(groups, true, null, SHOWN).items();
        return new Lists(
                items(mine),
                items(teams),
                stopped.of(Stream.concat(mine.stream(), teams.stream()).toList()));
    }

    static List<Item> clocks(List<Item> mine, List<Item> teams) {
        return Stream.concat(mine.stream(), teams.stream())
                .filter(item -> item.due() != null)
                .sorted(Comparator.comparing(item -> Objects.requireNonNull(item.due())))
                .limit(CLOCKS)
                .toList();
    }

    List<Door> doors(Set<String> groups) {
        return modules.active().stream()
                .filter(module -> departments.standing(module.name()).kind() == Standing.Kind.OPEN)
                .flatMap(module -> RecordPagesOf.module(module).stream()
                        .filter(page -> page.key().startsWith("new-"))
                        .filter(page -> page.editors().stream().anyMatch(groups::contains))
                        .map(page -> new Door(
                                page.title(), module.title(), "/records/" + module.name() + "/" + page.key() + "/new")))
                .toList();
    }

    private List<Item> items(List<WorkItem> found) {
        return found.stream().map(this::item).toList();
    }

    private Item item(WorkItem task) {
        OffsetDateTime due = task.dueAt();
        return new Item(
                task.taskId(),
                task.name(),
                Objects.requireNonNullElse(task.caseNumber(), ""),
                Objects.requireNonNullElse(task.caseTitle(), ""),
                due == null ? null : LocalDate.ofInstant(due.toInstant(), clock.getZone()),
                due != null && due.toInstant().isBefore(clock.instant()));
    }
}
