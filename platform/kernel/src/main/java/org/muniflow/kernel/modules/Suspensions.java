package org.muniflow.kernel.modules;

import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.muniflow.kernel.engine.AsPlatform;

/**
 * Lets a version's process definitions take new cases, or none while their own go on. Call this inside a transaction: the
 * engine suspends a definition's jobs-to-be with it, and they must be active again before anyone makes one.
 */
final class Suspensions {

    /** What the engine calls the jobs that start cases by themselves. */
    private static final String STARTS_CASES = "timer-start-event";

    private final ProcessEngine engine;

    Suspensions(ProcessEngine engine) {
        this.engine = engine;
    }

    /** Lets those definitions of the deployments that are the engine's newest take new cases. */
    void open(List<String> deployments) {
        each(deployments, true, definition -> {
            if (definition.isSuspended()) {
                engine.getRepositoryService().activateProcessDefinitionById(definition.getId());
                startTimers(definition, true);
            }
        });
    }

    /** Lets no definition of the deployments take a new case. Their cases go on and make timers and jobs that run. */
    void close(List<String> deployments) {
        each(deployments, false, definition -> {
            if (!definition.isSuspended()) {
                engine.getRepositoryService().suspendProcessDefinitionById(definition.getId());
                // The engine would make every later job of a running case suspended, and the case would hang.
                engine.getManagementService().activateJobDefinitionByProcessDefinitionId(definition.getId());
                startTimers(definition, false);
            }
        });
    }

    private void each(List<String> deployments, boolean newest, Consumer<ProcessDefinition> change) {
        AsPlatform.call(engine.getIdentityService(), () -> {
            RepositoryService repository = engine.getRepositoryService();
            for (String deployment : deployments) {
                var definitions = repository.createProcessDefinitionQuery().deploymentId(deployment);
                for (ProcessDefinition definition : definitions.list()) {
                    if (!newest || isNewest(definition)) {
                        change.accept(definition);
                    }
                }
            }
            return deployments;
        });
    }

    private boolean isNewest(ProcessDefinition definition) {
        return engine
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(definition.getKey())
                .latestVersion()
                .list()
                .stream()
                .anyMatch(newest -> newest.getId().equals(definition.getId()));
    }

    private void startTimers(ProcessDefinition definition, boolean on) {
        ManagementService management = engine.getManagementService();
        for (JobDefinition job : management
                .createJobDefinitionQuery()
                .processDefinitionId(definition.getId())
                .jobType(STARTS_CASES)
                .list()) {
            var change = management
                    .updateJobDefinitionSuspensionState()
                    .byJobDefinitionId(job.getId())
                    .includeJobs(true);
            if (on) {
                change.activate();
            } else {
                change.suspend();
            }
        }
    }
}
