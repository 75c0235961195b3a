package org.muniflow.server.operations;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.jspecify.annotations.Nullable;
import org.muniflow.casework.worklist.WorkCount;
import org.muniflow.kernel.spi.Actors;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.Modules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of the city's processes and the cases that run on each. */
@Component
final class RunningCases {

    private final RepositoryService repository;
    private final JdbcClient jdbc;
    private final Modules modules;
    private final Actors actors;

    RunningCases(RepositoryService repository, JdbcClient jdbc, Modules modules, Actors actors) {
        this.repository = repository;
        this.jdbc = jdbc;
        this.modules = modules;
        this.actors = actors;
    }

    /**
     * A version of a process.
     *
     * @param definitionId the engine's id
     * @param process the process's name
     * @param processKey its key
     * @param version the version of its models
     * @param number the engine's number, greater for what was deployed later
     * @param module the module's version that deployed it; null if none did
     * @param running the cases on it; capped
     * @param suspended those of them that are suspended; capped
     */
    record Version(
            String definitionId,
            String process,
            String processKey,
            String version,
            int number,
            @Nullable ModuleId module,
            WorkCount running,
            WorkCount suspended) {

        /** The version for people, for example {@code 1.0.0 (sample-permits@1.0.0)}. */
        public String label() {
            return version + (module == null ? "" : " (" + module + ")");
        }
    }

    /** A running case: a process instance with its number. */
    record Running(String instanceId, String caseNumber, boolean suspended) implements EachCase.Numbered {}

    /** Some cases of a version. */
    record Page(List<Running> cases, @Nullable String next) {}

    /** Returns the versions on which cases run, and the newest of each process. */
    List<Version> versions() {
        return actors.asPlatform(() -> {
            List<ProcessDefinition> all = repository
                    .createProcessDefinitionQuery()
                    .orderByProcessDefinitionKey()
                    .asc()
                    .orderByProcessDefinitionVersion()
                    .desc()
                    .list();
            Map<String, int[]> counts = counts(all);
            List<Version> versions = new ArrayList<>();
            String before = "";
            for (ProcessDefinition definition : all) {
                Version version = version(definition, Objects.requireNonNull(counts.get(definition.getId())));
                if (!definition.getKey().equals(before) || version.running().counted() > 0) {
                    versions.add(version);
                }
                before = definition.getKey();
            }
            return versions;
        });
    }

    Optional<Version> version(String definitionId) {
        return actors.asPlatform(() -> Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionId(definitionId)
                        .singleResult())
                .map(definition -> version(
                        definition,
                        Objects.requireNonNull(counts(List.of(definition)).get(definitionId)))));
    }

    /** Returns the other versions of the same process, the newest first. */
    List<Version> others(Version of) {
        return actors.asPlatform(() -> repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(of.processKey())
                .orderByProcessDefinitionVersion()
                .desc()
                .list()
                .stream()
                .filter(definition -> !definition.getId().equals(of.definitionId()))
                .map(definition -> version(definition, new int[2]))
                .toList());
    }

    /** Returns the places of a version's diagram at which a case may go on: names by id. */
    Map<String, String> steps(String definitionId) {
        Map<String, String> steps = new LinkedHashMap<>();
        actors.asPlatform(() -> {
            repository.getBpmnModelInstance(definitionId).getModelElementsByType(FlowNode.class).stream()
                    .filter(node -> !(node instanceof BoundaryEvent))
                    .forEach(node -> steps.put(
                            node.getId(),
                            (node.getName() == null
                                            ? node.getId()
                                            : node.getName().replaceAll("\\s+", " ")) + " (" + node.getId() + ")"));
            return steps;
        });
        return steps;
    }

    Page cases(String definitionId, @Nullable String after, int limit) {
        List<Running> found = jdbc.sql("select id_, business_key_, suspension_state_ from act_ru_execution"
                        + " where proc_def_id_ = ? and id_ = proc_inst_id_ and id_ > ? order by id_ fetch first "
                        + (limit + 1) + " rows only")
                .params(definitionId, after == null ? "" : after)
                .query((row, number) -> new Running(
                        row.getString(1),
                        Objects.requireNonNullElse(row.getString(2), row.getString(1)),
                        row.getInt(3) == 2))
                .list();
        return found.size() > limit
                ? new Page(found.subList(0, limit), found.get(limit - 1).instanceId())
                : new Page(found, null);
    }

    /** Returns those of some process instances that still run on a version. */
    List<Running> cases(String definitionId, Collection<String> instanceIds) {
        return instanceIds.isEmpty()
                ? List.of()
                : jdbc.sql(
                                "select id_, business_key_, suspension_state_ from act_ru_execution"
                                        + " where proc_def_id_ = :definition and id_ = proc_inst_id_ and id_ in (:ids) order by id_")
                        .param("definition", definitionId)
                        .param("ids", instanceIds)
                        .query((row, number) -> new Running(
                                row.getString(1),
                                Objects.requireNonNullElse(row.getString(2), row.getString(1)),
                                row.getInt(3) == 2))
                        .list();
    }

    private Version version(ProcessDefinition definition, int[] counts) {
        return new Version(
                definition.getId(),
                Steps.name(definition),
                definition.getKey(),
                Steps.version(definition),
                definition.getVersion(),
                modules.ofDeployment(definition.getDeploymentId()).orElse(null),
                capped(counts[0]),
                capped(counts[1]));
    }

    private Map<String, int[]> counts(List<ProcessDefinition> definitions) {
        Map<String, int[]> counts = new LinkedHashMap<>();
        if (definitions.isEmpty()) {
            return counts;
        }
        String mine = "(select count(*) from (select id_ from act_ru_execution where proc_def_id_ = ?"
                + " and id_ = proc_inst_id_%s fetch first " + (WorkCount.MOST + 1) + " rows only) some_cases)";
        String row = "(select cast(? as varchar(64)) as id, " + mine.formatted("") + " as running, "
                + mine.formatted(" and suspension_state_ = 2") + " as suspended)";
        List<Object> values = new ArrayList<>();
        definitions.forEach(one -> values.addAll(List.of(one.getId(), one.getId(), one.getId())));
        jdbc.sql(String.join(" union all ", definitions.stream().map(one -> row).toList()))
                .params(values)
                .query(found -> {
                    counts.put(found.getString(1), new int[] {found.getInt(2), found.getInt(3)});
                });
        return counts;
    }

    private static WorkCount capped(int counted) {
        return new WorkCount(Math.min(counted, WorkCount.MOST), counted > WorkCount.MOST);
    }
}
