package org.muniflow.server.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.Cases;
import org.muniflow.api.page.RecordPage;
import org.muniflow.casework.ledger.ClockLedger;
import org.muniflow.casework.page.Visitor;
import org.muniflow.kernel.spi.Modules;
import org.muniflow.server.errors.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What Tasklist's tab "Case" shows about a task: case, law, record pages, and why it is due when it is. */
@RestController
final class TaskCase {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu", Locale.US);

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final IdentityService identities;
    private final TaskPlace places;
    private final Modules modules;
    private final Cases cases;
    private final ClockLedger ledger;
    private final Clock clock;

    TaskCase(
            TaskService tasks,
            RuntimeService runtime,
            IdentityService identities,
            TaskPlace places,
            Modules modules,
            Cases cases,
            ClockLedger ledger,
            Clock clock) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.identities = identities;
        this.places = places;
        this.modules = modules;
        this.cases = cases;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A record page's link. */
    record Page(String title, String url) {}

    /** Why the task is due when it is; without a last day while the clock is paused. */
    record Why(String clockId, LocalDate trigger, @Nullable LocalDate due, String cites, String why) {}

    /** The tab's content. */
    record Shown(
            String taskId,
            String taskName,
            String caseNumber,
            String title,
            String process,
            String caseUrl,
            String cites,
            @Nullable String due,
            @Nullable Why clock,
            List<Page> pages) {}

    @GetMapping("/api/tasks/{taskId}/case")
    Shown show(@PathVariable String taskId) {
        // Asked as this person: whom the engine shows no such task gets no answer either.
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null || task.getProcessInstanceId() == null) {
            throw new Refusal(HttpStatus.NOT_FOUND, "There is no task " + taskId + " of a case that you may see.");
        }
        Set<String> groups = Visitor.present().acting();
        // The engine checks nothing while nobody is set; who sees the task may see these few facts of its case.
        identities.clearAuthentication();
        return describe(task, groups);
    }

    private Shown describe(Task task, Set<String> groups) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        String number = instance == null || instance.getBusinessKey() == null ? "" : instance.getBusinessKey();
        String key = places.process(task.getProcessDefinitionId()).getKey();
        Map<String, String> says = places.properties(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
        Optional<Cases.CaseFile> file = cases.find(number);
        String recordId = file.map(Cases.CaseFile::recordId).orElse("");
        return new Shown(
                task.getId(),
                task.getName(),
                number,
                file.map(Cases.CaseFile::title).orElse(""),
                key,
                "/cases/" + number,
                says.getOrDefault("cites", ""),
                task.getDueDate() == null
                        ? null
                        : "By the end of "
                                + DAY.format(ZonedDateTime.ofInstant(
                                        task.getDueDate().toInstant(), clock.getZone())),
                why(task).orElse(null),
                modules.owner(key).stream()
                        .flatMap(module -> pages(module.name(), says.getOrDefault("recordPages", ""), recordId, groups))
                        .toList());
    }

    /** A page that the speaking version does not have any more is another running version's, whose cases need it. */
    private Stream<Page> pages(String module, String keys, String recordId, Set<String> groups) {
        if (recordId.isEmpty()) {
            return Stream.empty();
        }
        Map<String, RecordPage<?>> offered = new HashMap<>();
        modules.versions(module).forEach(version -> RecordPagesOf.module(version)
                .forEach(page -> offered.putIfAbsent(page.key(), page)));
        return Arrays.stream(keys.split(","))
                .map(String::strip)
                .flatMap(key -> Stream.ofNullable(offered.get(key)))
                .filter(page -> Stream.concat(page.readers().stream(), page.editors().stream())
                        .anyMatch(groups::contains))
                .map(page -> new Page(page.title(), "/records/" + module + "/" + page.key() + "/" + recordId));
    }

    /** From the ledger, which knows of pauses, extensions and edits of the holidays; the model knows the first date only. */
    private Optional<Why> why(Task task) {
        return ledger.ofTask(task.getId())
                .map(entry -> new Why(
                        entry.computation().clockId(),
                        entry.computation().trigger(),
                        entry.lastDay(),
                        entry.computation().cites(),
                        entry.why()));
    }
}
