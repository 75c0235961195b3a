package org.muniflow.kernel.modules;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.query.Query;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.engine.AsPlatform;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleNeed;
import org.muniflow.kernel.spi.ModuleNeed.Kind;
import org.muniflow.kernel.spi.ModuleNeeds;

/** What the engine still needs a version's models and code for. */
final class EngineNeeds implements ModuleNeeds {

    private static final int EXAMPLES = 5;
    private static final String STARTS_CASES = "timer-start-event";

    private final ProcessEngine engine;

    EngineNeeds(ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    public List<ModuleNeed> find(ModuleId module, Collection<String> deployments, boolean last) {
        return AsPlatform.call(engine.getIdentityService(), () -> {
            Map<Kind, Count> counts = new EnumMap<>(Kind.class);
            for (String deployment : deployments) {
                for (ProcessDefinition definition : engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .deploymentId(deployment)
                        .list()) {
                    look(definition.getId(), counts);
                }
            }
            return counts.entrySet().stream()
                    .filter(entry -> entry.getValue().number > 0)
                    .map(entry -> need(entry.getKey(), entry.getValue()))
                    .toList();
        });
    }

    /** How many there are, and the first few of their cases. */
    private static final class Count {
        private long number;
        private final Set<String> cases = new LinkedHashSet<>();
    }

    private void look(String definition, Map<Kind, Count> counts) {
        RuntimeService runtime = engine.getRuntimeService();
        add(
                counts,
                Kind.CASES,
                runtime.createProcessInstanceQuery().processDefinitionId(definition),
                ProcessInstance::getProcessInstanceId);
        ManagementService management = engine.getManagementService();
        add(
                counts,
                Kind.JOBS,
                management.createJobQuery().processDefinitionId(definition).messages(),
                Job::getProcessInstanceId);
        add(
                counts,
                Kind.TIMERS,
                management.createJobQuery().processDefinitionId(definition).timers(),
                Job::getProcessInstanceId);
        of(counts, Kind.TIMERS).number -= startTimers(definition);
        add(
                counts,
                Kind.TASKS,
                engine.getTaskService().createTaskQuery().processDefinitionId(definition),
                Task::getProcessInstanceId);
        add(
                counts,
                Kind.INCIDENTS,
                runtime.createIncidentQuery().processDefinitionId(definition),
                Incident::getProcessInstanceId);
        add(
                counts,
                Kind.HISTORY,
                engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processDefinitionId(definition)
                        .finished(),
                HistoricProcessInstance::getId);
    }

    private static Count of(Map<Kind, Count> counts, Kind kind) {
        return counts.computeIfAbsent(kind, absent -> new Count());
    }

    private <T> void add(
            Map<Kind, Count> counts, Kind kind, Query<?, T> query, Function<T, @Nullable String> processInstance) {
        Count count = of(counts, kind);
        count.number += query.count();
        for (T found : query.listPage(0, EXAMPLES)) {
            String instance = processInstance.apply(found);
            if (instance != null && count.cases.size() < EXAMPLES) {
                count.cases.add(number(instance));
            }
        }
    }

    private String number(String processInstance) {
        HistoricProcessInstance known = engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceId(processInstance)
                .singleResult();
        return known == null || known.getBusinessKey() == null ? processInstance : known.getBusinessKey();
    }

    /** Timers that start cases need nothing of a version that takes none. */
    private long startTimers(String definition) {
        ManagementService management = engine.getManagementService();
        return management
                .createJobDefinitionQuery()
                .processDefinitionId(definition)
                .jobType(STARTS_CASES)
                .list()
                .stream()
                .mapToLong(job ->
                        management.createJobQuery().jobDefinitionId(job.getId()).count())
                .sum();
    }

    private static ModuleNeed need(Kind kind, Count count) {
        boolean one = count.number == 1;
        String cases = count.cases.isEmpty()
                ? ""
                : " (" + String.join(", ", count.cases) + (count.number > count.cases.size() ? ", …" : "") + ")";
        String what =
                switch (kind) {
                    case CASES -> one ? " case is open" : " cases are open";
                    case JOBS -> one ? " job waits" : " jobs wait";
                    case TIMERS -> one ? " timer waits for its date" : " timers wait for their dates";
                    case TASKS -> one ? " task is open" : " tasks are open";
                    case INCIDENTS -> one ? " failure is unresolved" : " failures are unresolved";
                    default -> one ? " finished case is retained" : " finished cases are retained";
                };
        String act =
                switch (kind) {
                    case CASES -> "finish or cancel " + (one ? "it." : "them.");
                    case JOBS -> "start the version so that " + (one ? "it runs." : "they run.");
                    case TIMERS -> "wait until then, or finish or cancel the " + (one ? "case." : "cases.");
                    case TASKS -> "complete " + (one ? "it" : "them") + " in Tasklist.";
                    case INCIDENTS -> "resolve " + (one ? "it" : "them") + " in Cockpit.";
                    default ->
                        "uninstall when " + (one ? "its" : "their")
                                + " retention has passed and history has been cleaned.";
                };
        return new ModuleNeed(kind, count.number, List.copyOf(count.cases), count.number + what + cases + "; " + act);
    }
}
