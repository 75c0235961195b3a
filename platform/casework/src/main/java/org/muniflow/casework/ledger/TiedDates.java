package org.muniflow.casework.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.jspecify.annotations.Nullable;
import org.muniflow.casework.clock.EndOfDay;
import org.muniflow.kernel.spi.Actors;
import org.muniflow.kernel.spi.Timers;

/**
 * Moves what the engine waits for when a clock's last day moves: timers and due dates of tasks, anywhere in the case, whose
 * model asks for this very clock from this very date. That is what ties them: {@code clocks.due('C-105', receivedOn)} names the
 * clock, and its variable holds the date from which the ledger's row counts, as the later of the two of {@code clocks.laterOf} does; {@code clocks.endOf(documentsDueOn)} is tied where
 * the element, or the one on whose boundary it sits, carries the clock with that variable as {@code clockDue}.
 */
final class TiedDates {

    private static final Pattern DUE =
            Pattern.compile("\\$\\{\\s*clocks\\.due\\(\\s*'([^']*)'\\s*,\\s*(\\w+)\\s*\\)\\s*}");
    private static final Pattern LATER =
            Pattern.compile("\\$\\{\\s*clocks\\.laterOf\\(\\s*'([^']*)'\\s*,\\s*(\\w+)\\s*,\\s*(\\w+)\\s*\\)\\s*}");
    private static final Pattern END = Pattern.compile("\\$\\{\\s*clocks\\.endOf\\(\\s*(\\w+)\\s*\\)\\s*}");
    /** When a timer of a paused clock would fire; it is moved again when the clock runs on. */
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final ProcessEngine engine;
    private final Timers timers;
    private final Actors actors;
    private final Clock clock;

    TiedDates(ProcessEngine engine, Timers timers, Actors actors, Clock clock) {
        this.engine = engine;
        this.timers = timers;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * Moves what is tied to a clock.
     *
     * @param entry the clock as it was started
     * @param due its last day; null while it is paused
     * @throws org.muniflow.kernel.spi.StepRefused when one of its timers is running out just now
     */
    void move(LedgerEntry entry, @Nullable LocalDate due) {
        @Nullable Date end = due == null ? null : EndOfDay.of(due, clock.getZone());
        actors.asPlatform(() -> {
            for (ProcessInstance instance : engine.getRuntimeService()
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(entry.caseNumber())
                    .list()) {
                BpmnModelInstance model =
                        engine.getRepositoryService().getBpmnModelInstance(instance.getProcessDefinitionId());
                moveTasks(entry, instance, model, end);
                moveTimers(entry, instance, model, end);
            }
            return entry;
        });
    }

    private void moveTasks(LedgerEntry entry, ProcessInstance instance, BpmnModelInstance model, @Nullable Date end) {
        for (Task task : engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .list()) {
            if (model.getModelElementById(task.getTaskDefinitionKey()) instanceof UserTask element
                    && tied(entry, element, element.getCamundaDueDate(), task.getExecutionId())) {
                task.setDueDate(end);
                engine.getTaskService().saveTask(task);
            }
        }
    }

    private void moveTimers(LedgerEntry entry, ProcessInstance instance, BpmnModelInstance model, @Nullable Date end) {
        for (Job job : engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .timers()
                .list()) {
            JobDefinition definition = engine.getManagementService()
                    .createJobDefinitionQuery()
                    .jobDefinitionId(job.getJobDefinitionId())
                    .singleResult();
            if (definition != null
                    && model.getModelElementById(definition.getActivityId()) instanceof FlowNode element
                    && tied(entry, element, timeDate(element), job.getExecutionId())) {
                timers.move(job.getId(), end == null ? NEVER : end.toInstant());
            }
        }
    }

    private static @Nullable String timeDate(FlowNode element) {
        return element.getChildElementsByType(TimerEventDefinition.class).stream()
                .map(TimerEventDefinition::getTimeDate)
                .filter(date -> date != null)
                .map(date -> date.getTextContent())
                .findFirst()
                .orElse(null);
    }

    private boolean tied(LedgerEntry entry, FlowNode element, @Nullable String expression, String executionId) {
        String text = expression == null ? "" : expression.strip();
        Matcher due = DUE.matcher(text);
        if (due.matches()) {
            return due.group(1).equals(entry.first().clockId())
                    && entry.first().trigger().equals(date(executionId, due.group(2)));
        }
        Matcher later = LATER.matcher(text);
        if (later.matches()) {
            return later.group(1).equals(entry.first().clockId())
                    && Stream.of(later.group(2), later.group(3))
                            .flatMap(variable -> Stream.ofNullable(date(executionId, variable)))
                            .max(Comparator.naturalOrder())
                            .equals(Optional.of(entry.first().trigger()));
        }
        Matcher end = END.matcher(text);
        return end.matches()
                && carries(entry, element, end.group(1))
                && entry.first().due().equals(date(executionId, end.group(1)));
    }

    private static boolean carries(LedgerEntry entry, FlowNode element, String variable) {
        Map<String, String> clock = Map.of("clock", entry.first().clockId(), "clockDue", variable);
        List<FlowNode> places = element instanceof BoundaryEvent boundary
                ? List.of(element, boundary.getAttachedTo())
                : List.of(element);
        return places.stream().anyMatch(place -> has(place, clock));
    }

    private static boolean has(FlowNode element, Map<String, String> wanted) {
        return wanted.entrySet().stream().allMatch(pair -> Optional.ofNullable(element.getExtensionElements())
                .map(extensions -> extensions.getElementsQuery().filterByType(CamundaProperties.class))
                .filter(found -> found.count() > 0)
                .map(found -> found.list().get(0).getCamundaProperties())
                .orElse(List.<CamundaProperty>of())
                .stream()
                .anyMatch(property -> pair.getKey().equals(property.getCamundaName())
                        && pair.getValue().equals(property.getCamundaValue())));
    }

    private @Nullable LocalDate date(String executionId, String variable) {
        Object value = engine.getRuntimeService().getVariable(executionId, variable);
        return value == null || value.toString().isBlank() ? null : LocalDate.parse(value.toString());
    }
}
