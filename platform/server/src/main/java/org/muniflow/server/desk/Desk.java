package org.muniflow.server.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.Cases;
import org.muniflow.kernel.spi.Modules;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A person's desk: own tasks, the teams' open tasks, the clocks that run out first, and what can be started. */
@Component
final class Desk {

    private static final int SHOWN = 15;

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final IdentityService identities;
    private final ObjectProvider<Cases> cases;
    private final Modules modules;
    private final Clock clock;

    Desk(
            TaskService tasks,
            RuntimeService runtime,
            IdentityService identities,
            ObjectProvider<Cases> cases,
            Modules modules,
            Clock clock) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.identities = identities;
        this.cases = cases;
        this.modules = modules;
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

    List<Item> mine(String user) {
        return items(tasks.createTaskQuery()
                .taskAssignee(user)
                .orderByDueDate()
                .asc()
                .listPage(0, SHOWN));
    }

    List<Item> teams(Set<String> groups) {
        return groups.isEmpty()
                ? List.of()
                : items(tasks.createTaskQuery()
                        .taskCandidateGroupIn(List.copyOf(groups))
                        .taskUnassigned()
                        .orderByDueDate()
                        .asc()
                        .listPage(0, SHOWN));
    }

    static List<Item> clocks(List<Item> mine, List<Item> teams) {
        List<Item> due = new ArrayList<>(mine);
        due.addAll(teams);
        return due.stream()
                .filter(item -> item.due() != null)
                .sorted(Comparator.comparing(Item::due))
                .limit(5)
                .toList();
    }

    List<Door> doors(Set<String> groups) {
        return modules.active().stream()
                .flatMap(module -> RecordPagesOf.module(module).stream()
                        .filter(page -> page.key().startsWith("new-"))
                        .filter(page -> page.editors().stream().anyMatch(groups::contains))
                        .map(page -> new Door(
                                page.title(), module.title(), "/records/" + module.name() + "/" + page.key() + "/new")))
                .toList();
    }

    private List<Item> items(List<Task> found) {
        // The tasks were asked for as this person; their case numbers and titles may be shown with them.
        var person = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            Map<String, String> numbers = found.isEmpty()
                    ? Map.of()
                    : runtime
                            .createProcessInstanceQuery()
                            .processInstanceIds(found.stream()
                                    .map(Task::getProcessInstanceId)
                                    .filter(id -> id != null)
                                    .collect(Collectors.toSet()))
                            .unlimitedList()
                            .stream()
                            .filter(instance -> instance.getBusinessKey() != null)
                            .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
            Map<String, String> titles = numbers.values().stream()
                    .distinct()
                    .collect(Collectors.toMap(Function.identity(), number -> cases.getObject()
                            .find(number)
                            .map(Cases.CaseFile::title)
                            .orElse("")));
            return found.stream()
                    .map(task -> {
                        String number = numbers.getOrDefault(String.valueOf(task.getProcessInstanceId()), "");
                        return item(task, number, titles.getOrDefault(number, ""));
                    })
                    .toList();
        } finally {
            if (person != null) {
                identities.setAuthentication(person.getUserId(), person.getGroupIds());
            }
        }
    }

    private Item item(Task task, String number, String title) {
        @Nullable
        LocalDate due = task.getDueDate() == null
                ? null
                : LocalDate.ofInstant(task.getDueDate().toInstant(), clock.getZone());
        Instant now = clock.instant();
        return new Item(
                task.getId(),
                task.getName() == null ? task.getId() : task.getName(),
                number,
                title,
                due,
                task.getDueDate() != null && task.getDueDate().toInstant().isBefore(now));
    }
}
