package org.muniflow.casework.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.muniflow.casework.cases.CaseHistory;
import org.muniflow.kernel.spi.Actors;
import org.springframework.stereotype.Component;

/** Draws from a case's history which way it has gone through each process, also when it has ended. */
@Component
final class CaseTrails {

    private static final Set<String> FRAMES = Set.of(
            "subProcess",
            "multiInstanceBody",
            "transaction",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "eventBasedGateway");

    private final CaseHistory history;
    private final RepositoryService repository;
    private final CaseFacts facts;
    private final Actors actors;

    CaseTrails(CaseHistory history, RepositoryService repository, CaseFacts facts, Actors actors) {
        this.history = history;
        this.repository = repository;
        this.facts = facts;
        this.actors = actors;
    }

    /** Returns the trails of a case: its own process first, then the called ones in order. */
    List<CaseTrail> of(String caseNumber) {
        Map<String, List<CaseHistory.Step>> byDefinition = new LinkedHashMap<>();
        for (CaseHistory.Step step : history.steps(caseNumber)) {
            byDefinition
                    .computeIfAbsent(step.processDefinitionId(), id -> new ArrayList<>())
                    .add(step);
        }
        return actors.asPlatform(() -> byDefinition.entrySet().stream()
                .map(entry -> trail(entry.getKey(), entry.getValue()))
                .toList());
    }

    /** Returns the diagram of one of the processes that a case went through, as BPMN XML. */
    Optional<byte[]> diagram(String caseNumber, String definitionId) {
        boolean ofCase = history.paths(caseNumber).stream()
                .anyMatch(path -> path.processDefinitionId().equals(definitionId));
        return ofCase && kept(definitionId)
                ? Optional.of(actors.asPlatform(() -> bytes(repository.getProcessModel(definitionId))))
                : Optional.empty();
    }

    private CaseTrail trail(String definitionId, List<CaseHistory.Step> steps) {
        Set<String> taken = new LinkedHashSet<>();
        Set<String> here = new LinkedHashSet<>();
        for (CaseHistory.Step step : steps) {
            if (step.endedAt() == null) {
                here.add(step.elementId());
            } else if (!step.cancelled()) {
                taken.add(step.elementId());
            }
        }
        taken.addAll(flows(definitionId, taken, here));
        return new CaseTrail(
                definitionId,
                facts.processTitle(steps.get(0).processKey()),
                taken,
                here,
                steps.stream()
                        .filter(step -> !FRAMES.contains(step.elementType()))
                        .toList());
    }

    /** The history has no flows; a flow was taken if its source was left and its target entered. */
    private Set<String> flows(String definitionId, Set<String> taken, Set<String> here) {
        Set<String> entered = new HashSet<>(taken);
        entered.addAll(here);
        Set<String> flows = new LinkedHashSet<>();
        if (!kept(definitionId)) {
            return flows;
        }
        for (SequenceFlow flow :
                repository.getBpmnModelInstance(definitionId).getModelElementsByType(SequenceFlow.class)) {
            if (taken.contains(flow.getSource().getId())
                    && entered.contains(flow.getTarget().getId())) {
                flows.add(flow.getId());
            }
        }
        return flows;
    }

    /** History may outlive the models of a version that has been removed. */
    private boolean kept(String definitionId) {
        return actors.asPlatform(() -> repository
                        .createProcessDefinitionQuery()
                        .processDefinitionId(definitionId)
                        .count())
                > 0;
    }

    private static byte[] bytes(InputStream model) {
        try (model) {
            return model.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
