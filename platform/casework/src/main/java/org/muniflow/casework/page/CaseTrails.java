package org.muniflow.casework.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads from the engine's history which way a case has gone, also when it has ended. */
@Component
final class CaseTrails {

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("userTask", "Task"),
            Map.entry("serviceTask", "Automatic step"),
            Map.entry("businessRuleTask", "Decision table"),
            Map.entry("callActivity", "Called process"),
            Map.entry("startEvent", "Start"),
            Map.entry("messageStartEvent", "Start"),
            Map.entry("noneEndEvent", "End"),
            Map.entry("errorEndEvent", "End"),
            Map.entry("intermediateMessageCatch", "Message"),
            Map.entry("intermediateTimer", "Date reached"),
            Map.entry("boundaryTimer", "Date reached"),
            Map.entry("boundaryMessage", "Message"),
            Map.entry("boundaryError", "Exception"));
    private static final Set<String> FRAMES = Set.of(
            "subProcess",
            "multiInstanceBody",
            "transaction",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "eventBasedGateway");

    private final HistoryService history;
    private final RepositoryService repository;
    private final Clock clock;

    CaseTrails(HistoryService history, RepositoryService repository, Clock clock) {
        this.history = history;
        this.repository = repository;
        this.clock = clock;
    }

    /** Returns the trails of a case's processes: its own first, then the called ones in order. */
    List<CaseTrail> of(String caseNumber) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .orderByProcessInstanceStartTime()
                .asc()
                .list()
                .stream()
                .sorted((one, other) -> Boolean.compare(
                        one.getSuperProcessInstanceId() != null, other.getSuperProcessInstanceId() != null))
                .map(this::trail)
                .toList();
    }

    /** Returns the diagram of one of the case's processes as BPMN XML; of its own if none is named. */
    Optional<byte[]> diagram(String caseNumber, @Nullable String instanceId) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .filter(instance -> instanceId == null
                        ? instance.getSuperProcessInstanceId() == null
                        : instance.getId().equals(instanceId))
                .findFirst()
                .map(instance -> bytes(repository.getProcessModel(instance.getProcessDefinitionId())));
    }

    private CaseTrail trail(HistoricProcessInstance instance) {
        List<HistoricActivityInstance> activities = history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .orderPartiallyByOccurrence()
                .asc()
                .list();
        Set<String> taken = new LinkedHashSet<>();
        Set<String> here = new LinkedHashSet<>();
        for (HistoricActivityInstance activity : activities) {
            if (activity.getEndTime() == null) {
                here.add(activity.getActivityId());
            } else if (!activity.isCanceled()) {
                taken.add(activity.getActivityId());
            }
        }
        String name = instance.getProcessDefinitionName();
        Set<String> flows = flows(instance.getProcessDefinitionId(), taken, here);
        taken.addAll(flows);
        return new CaseTrail(
                instance.getId(),
                instance.getProcessDefinitionKey(),
                name == null ? instance.getProcessDefinitionKey() : name,
                taken,
                here,
                activities.stream()
                        .filter(activity -> !FRAMES.contains(activity.getActivityType()))
                        .map(this::step)
                        .toList());
    }

    /** The history has no flows; a flow was taken if its source was left and its target entered. */
    private Set<String> flows(String definitionId, Set<String> taken, Set<String> here) {
        Set<String> entered = new HashSet<>(taken);
        entered.addAll(here);
        Set<String> flows = new LinkedHashSet<>();
        for (SequenceFlow flow :
                repository.getBpmnModelInstance(definitionId).getModelElementsByType(SequenceFlow.class)) {
            if (taken.contains(flow.getSource().getId())
                    && entered.contains(flow.getTarget().getId())) {
                flows.add(flow.getId());
            }
        }
        return flows;
    }

    private CaseTrail.Step step(HistoricActivityInstance activity) {
        String name = activity.getActivityName();
        return new CaseTrail.Step(
                activity.getActivityId(),
                name == null ? activity.getActivityId() : name,
                KINDS.getOrDefault(activity.getActivityType(), "Step"),
                activity.getAssignee(),
                time(activity.getStartTime()),
                activity.getEndTime() == null ? null : time(activity.getEndTime()),
                activity.isCanceled());
    }

    private OffsetDateTime time(Date date) {
        return date.toInstant().atZone(clock.getZone()).toOffsetDateTime();
    }

    private static byte[] bytes(InputStream model) {
        try (model) {
            return model.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
