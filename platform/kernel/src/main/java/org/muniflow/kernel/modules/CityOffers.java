package org.muniflow.kernel.modules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.muniflow.api.law.Rule;
import org.muniflow.api.register.Register;
import org.muniflow.kernel.engine.AsPlatform;
import org.muniflow.kernel.modules.ModuleTable.Row;
import org.muniflow.kernel.modules.Requirements.Offer;
import org.muniflow.kernel.modules.Requirements.Waiting;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleState.State;

/** What the installed versions offer to each other now, and who lacks what. */
final class CityOffers {

    private final ModuleTable table;
    private final JarFiles jars;
    private final NodeModules node;
    private final ProcessEngine engine;

    CityOffers(ModuleTable table, JarFiles jars, NodeModules node, ProcessEngine engine) {
        this.table = table;
        this.jars = jars;
        this.node = node;
        this.engine = engine;
    }

    /** One sentence for each thing that a version lacks before it can take cases; empty when it can; may be added to. */
    List<String> missing(Row row) {
        List<Requirement> requirements = jars.manifest(row.state()).requirements();
        if (requirements.isEmpty()) {
            return new ArrayList<>();
        }
        List<Row> rows = table.all();
        List<String> missing = new ArrayList<>(Requirements.missing(
                requirements, offers(others(rows, row.state().name()))));
        if (!missing.isEmpty()) {
            List<ModuleId> circle = Requirements.circle(row.id(), waiting(rows, row));
            if (!circle.isEmpty()) {
                missing.add(Requirements.inWords(circle));
            }
        }
        return missing;
    }

    private List<Waiting> waiting(List<Row> rows, Row asking) {
        return rows.stream()
                .filter(row -> row.is(State.INSTALLED) || row.id().equals(asking.id()))
                .map(row -> jars.manifest(row.state()))
                .map(manifest -> new Waiting(manifest.moduleId(), manifest.provides(), manifest.requirements()))
                .toList();
    }

    /**
     * A requirement of a version that nobody serves.
     *
     * @param module the version that requires
     * @param requirement what it requires
     */
    record Lack(ModuleId module, Requirement requirement) {

        @Override
        public String toString() {
            return module.name() + " " + module.version() + " requires " + requirement;
        }
    }

    /** What versions with cases lack now. */
    Set<Lack> lacks() {
        List<Row> rows = table.all();
        return lacks(rows, rows);
    }

    /** What versions of other modules would lack without a version that takes cases, and do not lack now. */
    Set<Lack> lacksWithout(ModuleId module) {
        List<Row> rows = table.all();
        List<Row> without =
                rows.stream().filter(row -> !row.id().equals(module)).toList();
        Set<Lack> lost = lacks(others(rows, module.name()), without);
        lost.removeAll(lacks(rows, rows));
        return lost;
    }

    private Set<Lack> lacks(List<Row> requirers, List<Row> providers) {
        List<Row> living = requirers.stream()
                .filter(Row::lives)
                .filter(row -> !jars.manifest(row.state()).requirements().isEmpty())
                .toList();
        Set<Lack> lacks = new HashSet<>();
        if (!living.isEmpty()) {
            List<Offer> offers = offers(providers);
            for (Row row : living) {
                List<Requirement> requirements = jars.manifest(row.state()).requirements();
                // A stopped provider will serve again: calls wait for it.
                Requirements.unserved(
                                requirements,
                                offers.stream().map(CityOffers::started).toList())
                        .forEach(requirement -> lacks.add(new Lack(row.id(), requirement)));
            }
        }
        return lacks;
    }

    private static Offer started(Offer offer) {
        return offer.state() != State.STOPPED
                ? offer
                : new Offer(
                        offer.module(),
                        State.ACTIVE,
                        offer.processes(),
                        offer.processes(),
                        offer.rules(),
                        offer.registers());
    }

    private static List<Row> others(List<Row> rows, String name) {
        return rows.stream().filter(row -> !row.state().name().equals(name)).toList();
    }

    private List<Offer> offers(List<Row> rows) {
        return rows.stream().map(this::offer).toList();
    }

    private Offer offer(Row row) {
        Set<String> processes = jars.manifest(row.state()).provides();
        // A version that will go on with its own cases only serves nobody when it is started again.
        State state = row.is(State.STOPPED) && !row.leads()
                ? State.DRAINING
                : row.state().state();
        return new Offer(
                row.id(),
                state,
                processes,
                state == State.ACTIVE ? waiting(processes) : Set.of(),
                ids(row, Rule.class, Rule::id),
                ids(row, Register.class, Register::id));
    }

    private <T> Set<String> ids(Row row, Class<T> type, Function<T, String> id) {
        return node.running(row.id())
                .map(module -> module.components(type).stream().map(id).collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    /** Those processes whose newest model begins with a job, wherever a call may begin it. */
    private Set<String> waiting(Set<String> processes) {
        return AsPlatform.call(
                engine.getIdentityService(),
                () -> processes.stream().filter(this::waits).collect(Collectors.toSet()));
    }

    private boolean waits(String key) {
        ProcessDefinition newest = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult();
        if (newest == null) {
            return false;
        }
        BpmnModelInstance model = engine.getRepositoryService().getBpmnModelInstance(newest.getId());
        return model.getModelElementById(key) instanceof Process process
                && process.getChildElementsByType(StartEvent.class).stream()
                        .filter(start -> start.getEventDefinitions().isEmpty())
                        .allMatch(StartEvent::isCamundaAsyncBefore);
    }
}
