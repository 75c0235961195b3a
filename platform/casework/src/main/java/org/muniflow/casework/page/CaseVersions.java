package org.muniflow.casework.page;

import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.muniflow.casework.cases.CaseFiles;
import org.muniflow.casework.department.Department;
import org.muniflow.casework.department.Departments;
import org.muniflow.casework.department.Standing;
import org.muniflow.kernel.spi.Actors;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.Modules;
import org.springframework.stereotype.Component;

/** Tells why an open case stands still: its department's module does not run, or the version on which it began does not. */
@Component
final class CaseVersions {

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final Modules modules;
    private final Departments departments;
    private final Actors actors;

    CaseVersions(
            RuntimeService runtime,
            RepositoryService repository,
            Modules modules,
            Departments departments,
            Actors actors) {
        this.runtime = runtime;
        this.repository = repository;
        this.modules = modules;
        this.departments = departments;
        this.actors = actors;
    }

    /** Returns the sentence; null when the case goes on, and for one that has ended. */
    @Nullable
    String stopped(CaseFiles.Row file) {
        if (file.state().equals("ENDED")) {
            return null;
        }
        return departments
                .ofProcess(file.processKey())
                .map(Department::module)
                .map(ModuleId::name)
                .map(departments::standing)
                .filter(standing -> !standing.runs())
                .or(() -> actors.asPlatform(() -> version(file))
                        .map(departments::standing)
                        .filter(standing -> !standing.runs()))
                .map(Standing::sentence)
                .orElse(null);
    }

    private Optional<ModuleId> version(CaseFiles.Row file) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceId(file.processInstanceId())
                .singleResult();
        return Optional.ofNullable(instance)
                .map(ProcessInstance::getProcessDefinitionId)
                .map(repository::getProcessDefinition)
                .flatMap(definition -> modules.ofDeployment(definition.getDeploymentId()));
    }
}
