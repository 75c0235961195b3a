package org.muniflow.casework.cases;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.jspecify.annotations.Nullable;
import org.muniflow.casework.cases.CaseChanges.EarlierStep;
import org.muniflow.casework.cases.CaseChanges.WithdrawalPath;

/** What a case's model and its history say about where the case can go. */
final class CaseModels {

    private static final int MOST = 2000;
    private static final Set<String> STEPS = Set.of("userTask", "callActivity");

    private final HistoryService history;
    private final RepositoryService repository;

    CaseModels(ProcessEngine engine) {
        this.history = engine.getHistoryService();
        this.repository = engine.getRepositoryService();
    }

    List<EarlierStep> earlierSteps(CaseFiles.Row file) {
        BpmnModelInstance model = model(file).orElse(null);
        if (model == null) {
            return List.of();
        }
        Map<String, EarlierStep> done = new LinkedHashMap<>();
        for (HistoricActivityInstance step : finished(file)) {
            if (STEPS.contains(step.getActivityType())
                    && !step.isCanceled()
                    && model.getModelElementById(step.getActivityId()) instanceof FlowNode node
                    && !waitsForOthers(node)) {
                done.putIfAbsent(step.getActivityId(), new EarlierStep(step.getActivityId(), name(node)));
            }
        }
        return List.copyOf(done.values());
    }

    /** What was done, the latest first, also before the case was reopened. */
    private List<HistoricActivityInstance> finished(CaseFiles.Row file) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(file.caseNumber())
                .processDefinitionKey(file.processKey())
                .list()
                .stream()
                .flatMap(instance -> history
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance.getId())
                        .finished()
                        .listPage(0, MOST)
                        .stream())
                .sorted(Comparator.comparing(HistoricActivityInstance::getEndTime)
                        .reversed())
                .toList();
    }

    Optional<WithdrawalPath> withdrawalPath(CaseFiles.Row file) {
        return model(file).flatMap(model -> model.getModelElementsByType(CatchEvent.class).stream()
                .flatMap(CaseModels::withdrawalPath)
                .findFirst());
    }

    private static Stream<WithdrawalPath> withdrawalPath(CatchEvent event) {
        String variable = property(event, "withdrawal");
        if (variable == null || variable.isBlank()) {
            return Stream.empty();
        }
        return event.getEventDefinitions().stream()
                .filter(MessageEventDefinition.class::isInstance)
                .map(definition -> new WithdrawalPath(
                        ((MessageEventDefinition) definition).getMessage().getName(), variable.strip(), name(event)));
    }

    private Optional<BpmnModelInstance> model(CaseFiles.Row file) {
        HistoricProcessInstance instance = history.createHistoricProcessInstanceQuery()
                .processInstanceId(file.processInstanceId())
                .singleResult();
        if (instance == null
                || repository
                                .createProcessDefinitionQuery()
                                .processDefinitionId(instance.getProcessDefinitionId())
                                .count()
                        == 0) {
            return Optional.empty();
        }
        return Optional.of(repository.getBpmnModelInstance(instance.getProcessDefinitionId()));
    }

    /**
     * Tells whether a join lies ahead whose branches part behind the step: the case would come there on one branch only. A
     * join that a fork ahead belongs to is reached on all.
     */
    private static boolean waitsForOthers(FlowNode step) {
        Set<FlowNode> ahead = ahead(List.of(step));
        List<FlowNode> forks = ahead.stream()
                .filter(node -> isParting(node) && node.getOutgoing().size() > 1)
                .toList();
        Set<FlowNode> joined = ahead(forks);
        return ahead.stream()
                .filter(node -> isParting(node) && node.getIncoming().size() > 1)
                .anyMatch(join -> !joined.contains(join));
    }

    private static boolean isParting(FlowNode node) {
        return node instanceof ParallelGateway || node instanceof InclusiveGateway;
    }

    private static Set<FlowNode> ahead(Collection<FlowNode> from) {
        Set<FlowNode> seen = new HashSet<>();
        Deque<FlowNode> next = new ArrayDeque<>();
        from.forEach(node -> next.addAll(targets(node)));
        while (!next.isEmpty()) {
            FlowNode node = next.pop();
            if (seen.add(node)) {
                next.addAll(targets(node));
            }
        }
        return seen;
    }

    private static List<FlowNode> targets(FlowNode node) {
        List<FlowNode> targets = new ArrayList<>();
        node.getOutgoing().forEach(flow -> targets.add(flow.getTarget()));
        return targets;
    }

    private static String name(FlowNode node) {
        String name = node.getName();
        return name == null || name.isBlank() ? node.getId() : name;
    }

    private static @Nullable String property(BaseElement element, String name) {
        ExtensionElements extensions = element.getExtensionElements();
        if (extensions == null) {
            return null;
        }
        return extensions.getChildElementsByType(CamundaProperties.class).stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> name.equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .findFirst()
                .orElse(null);
    }
}
