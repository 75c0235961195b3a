package org.muniflow.casework.cases;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.spi.Actors;

/**
 * The steps that a case has taken, from the engine's history and, where that has been removed, from what the platform has
 * kept: its own, those of its called processes, and those of before it was reopened. Whoever asks has checked that the
 * reader may see the case.
 */
public final class CaseHistory {

    private static final int MOST_STEPS = 2000;

    private final HistoryService history;
    private final KeptTrails kept;
    private final Actors actors;
    private final ZoneId city;

    CaseHistory(HistoryService history, KeptTrails kept, Actors actors, ZoneId city) {
        this.history = history;
        this.kept = kept;
        this.actors = actors;
        this.city = city;
    }

    /**
     * A step.
     *
     * @param processKey the process; a called one for the steps of called processes
     * @param processDefinitionId the engine's id of the version
     * @param processInstanceId the engine's id of the instance
     * @param elementId the element
     * @param elementName its name; the id if it has none
     * @param elementType its type, for example {@code userTask}
     * @param taskId the task's id; null for other steps
     * @param calledProcessInstanceId the instance that a call activity called; null for other steps
     * @param startedAt when the case came there, in the city's time
     * @param endedAt when it left; null while there
     * @param actor who did the task; null for other steps
     * @param cancelled whether it was left without being done
     */
    public record Step(
            String processKey,
            String processDefinitionId,
            String processInstanceId,
            String elementId,
            String elementName,
            String elementType,
            @Nullable String taskId,
            @Nullable String calledProcessInstanceId,
            OffsetDateTime startedAt,
            @Nullable OffsetDateTime endedAt,
            @Nullable String actor,
            boolean cancelled) {}

    /**
     * The way a case went through one version of one process.
     *
     * @param processKey the process
     * @param processDefinitionId the engine's id of the version, whose diagram shows the way
     * @param taken the elements that the case has been at, in order of the first time
     * @param present the elements where it is
     */
    public record Path(String processKey, String processDefinitionId, Set<String> taken, Set<String> present) {}

    /**
     * Returns the steps of a case.
     *
     * @param caseNumber the case
     * @return the steps in order of time; may be empty
     */
    public List<Step> steps(String caseNumber) {
        return actors.asPlatform(() -> read(caseNumber));
    }

    /**
     * Returns the ways that a case went, one for each process it went through.
     *
     * @param caseNumber the case
     * @return the paths, the case's own process first
     */
    public List<Path> paths(String caseNumber) {
        Map<String, Path> byDefinition = new LinkedHashMap<>();
        for (Step step : steps(caseNumber)) {
            Path path = byDefinition.computeIfAbsent(
                    step.processDefinitionId(),
                    id -> new Path(step.processKey(), id, new LinkedHashSet<>(), new LinkedHashSet<>()));
            path.taken().add(step.elementId());
            if (step.endedAt() == null) {
                path.present().add(step.elementId());
            }
        }
        return List.copyOf(byDefinition.values());
    }

    private List<Step> read(String caseNumber) {
        List<Step> steps = new ArrayList<>();
        List<HistoricProcessInstance> instances = instances(caseNumber);
        for (HistoricProcessInstance instance : instances) {
            history.createHistoricActivityInstanceQuery()
                    .processInstanceId(instance.getId())
                    .orderPartiallyByOccurrence()
                    .asc()
                    .listPage(0, MOST_STEPS)
                    .forEach(activity -> steps.add(step(instance, activity)));
        }
        Set<String> known =
                instances.stream().map(HistoricProcessInstance::getId).collect(Collectors.toSet());
        kept.of(caseNumber).stream()
                .filter(step -> !known.contains(step.processInstanceId()))
                .forEach(steps::add);
        // The order within an instance is the engine's own; a stable sort keeps it where times are equal.
        steps.sort(Comparator.comparing(step -> step.startedAt()));
        return List.copyOf(steps);
    }

    // Called processes bear the case's number too.
    private List<HistoricProcessInstance> instances(String caseNumber) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .sorted(Comparator.comparing(HistoricProcessInstance::getStartTime)
                        .thenComparing(instance -> instance.getSuperProcessInstanceId() == null ? 0 : 1))
                .toList();
    }

    private Step step(HistoricProcessInstance instance, HistoricActivityInstance activity) {
        String name = activity.getActivityName();
        return new Step(
                instance.getProcessDefinitionKey(),
                instance.getProcessDefinitionId(),
                instance.getId(),
                activity.getActivityId(),
                name == null || name.isBlank() ? activity.getActivityId() : name,
                activity.getActivityType(),
                activity.getTaskId(),
                activity.getCalledProcessInstanceId(),
                at(activity.getStartTime()),
                activity.getEndTime() == null ? null : at(activity.getEndTime()),
                activity.getAssignee(),
                activity.isCanceled());
    }

    private OffsetDateTime at(Date moment) {
        return moment.toInstant().atZone(city).toOffsetDateTime();
    }
}
