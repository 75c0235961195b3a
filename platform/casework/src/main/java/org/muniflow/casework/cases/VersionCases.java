package org.muniflow.casework.cases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.muniflow.kernel.spi.Actors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells which cases run, or ran last, on a version's models. A case goes on there when it is reopened. */
public final class VersionCases {

    private static final int AT_ONCE = 500;

    private final ProcessEngine engine;
    private final JdbcClient jdbc;
    private final Actors actors;

    VersionCases(ProcessEngine engine, JdbcClient jdbc, Actors actors) {
        this.engine = engine;
        this.jdbc = jdbc;
        this.actors = actors;
    }

    /**
     * Picks the cases of a version.
     *
     * @param deployments the engine's ids of the version's deployments
     * @param caseNumbers some cases
     * @return those of them whose latest process instance is, or in history was, one of these deployments; in the given order
     */
    public Set<String> among(Collection<String> deployments, Collection<String> caseNumbers) {
        return actors.asPlatform(() -> {
            Set<String> definitions = definitions(deployments);
            Set<String> found = new LinkedHashSet<>();
            List<String> numbers = List.copyOf(new LinkedHashSet<>(caseNumbers));
            for (int from = 0; from < numbers.size() && !definitions.isEmpty(); from += AT_ONCE) {
                found.addAll(some(definitions, numbers.subList(from, Math.min(from + AT_ONCE, numbers.size()))));
            }
            return found;
        });
    }

    private Set<String> definitions(Collection<String> deployments) {
        Set<String> definitions = new HashSet<>();
        for (String deployment : deployments) {
            engine.getRepositoryService().createProcessDefinitionQuery().deploymentId(deployment).list().stream()
                    .map(ProcessDefinition::getId)
                    .forEach(definitions::add);
        }
        return definitions;
    }

    private List<String> some(Set<String> definitions, List<String> numbers) {
        Map<String, String> numberOf = new HashMap<>();
        String places = numbers.stream().map(number -> "?").collect(Collectors.joining(", "));
        jdbc.sql("select case_number, process_instance_id from muniflow.case_file where case_number in (" + places
                        + ")")
                .params(numbers)
                .query(row -> {
                    numberOf.put(row.getString(2), row.getString(1));
                });
        if (numberOf.isEmpty()) {
            return List.of();
        }
        Set<String> mine = engine
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceIds(numberOf.keySet())
                .list()
                .stream()
                .filter(instance -> definitions.contains(instance.getProcessDefinitionId()))
                .map(HistoricProcessInstance::getId)
                .map(id -> String.valueOf(numberOf.get(id)))
                .collect(Collectors.toSet());
        List<String> ordered = new ArrayList<>(numbers);
        ordered.retainAll(mine);
        return ordered;
    }
}
