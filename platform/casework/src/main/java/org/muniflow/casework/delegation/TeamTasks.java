package org.muniflow.casework.delegation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.muniflow.api.module.Declaration.Right;
import org.muniflow.api.module.ProcessDeclaration;
import org.muniflow.casework.department.Department;
import org.muniflow.casework.department.Departments;
import org.muniflow.kernel.spi.Actors;

/** Which tasks the models offer to a team: what its authority, as far as it can be delegated, consists of. */
final class TeamTasks {

    private final Departments departments;
    private final RepositoryService models;
    private final Actors actors;

    TeamTasks(Departments departments, RepositoryService models, Actors actors) {
        this.departments = departments;
        this.models = models;
        this.actors = actors;
    }

    /** Tells whether a module declares the team and lets it work on cases. */
    boolean hasAuthority(String team) {
        return departments.all().stream().anyMatch(department -> department.allows(Set.of(team), Right.WORK));
    }

    /** The processes on whose tasks the team works. */
    List<ProcessDeclaration> processes(String team) {
        List<ProcessDeclaration> found = new ArrayList<>();
        for (Department department : departments.all()) {
            department.processes().stream()
                    .filter(process -> department.allows(Set.of(team), process.key(), Right.WORK))
                    .forEach(found::add);
        }
        return found;
    }

    /** What may be named in a delegation, with its words: every process of the team, and every task of it. */
    Map<String, String> of(String team) {
        Map<String, String> tasks = new LinkedHashMap<>();
        for (ProcessDeclaration process : processes(team)) {
            Map<String, String> own = inModel(team, process);
            if (!own.isEmpty()) {
                tasks.put(process.key(), process.title() + ": every task");
                tasks.putAll(own);
            }
        }
        return tasks;
    }

    private Map<String, String> inModel(String team, ProcessDeclaration process) {
        return actors.asPlatform(() -> {
            Map<String, String> tasks = new LinkedHashMap<>();
            Optional.ofNullable(models.createProcessDefinitionQuery()
                            .processDefinitionKey(process.key())
                            .latestVersion()
                            .singleResult())
                    .map(ProcessDefinition::getId)
                    .map(models::getBpmnModelInstance)
                    .ifPresent(model -> model.getModelElementsByType(UserTask.class).stream()
                            .filter(task -> task.getCamundaCandidateGroupsList().contains(team))
                            .forEach(task -> tasks.put(
                                    process.key() + "/" + task.getId(), process.title() + ": " + task.getName())));
            return tasks;
        });
    }
}
