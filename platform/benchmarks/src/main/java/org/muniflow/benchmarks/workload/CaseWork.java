package org.muniflow.benchmarks.workload;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/** Whole cases through the engine's public API, as a signed-in clerk: the same calls on both adapters. */
public final class CaseWork {

    private static final String CLERK = "clerk";
    private static final List<String> TEAMS = List.of("finance", "law");

    private final ProcessEngine engine;

    /**
     * Works on an engine.
     *
     * @param engine the engine
     */
    public CaseWork(ProcessEngine engine) {
        this.engine = engine;
    }

    /**
     * W1: a case from its start through five steps with three variables each and a gateway to its end.
     *
     * @return null, so that it is a callable
     */
    public @Nullable Void straight() {
        return straight("refund");
    }

    /**
     * A straight case of a department.
     *
     * @param processKey {@code refund} or {@code permit}
     * @return null, so that it is a callable
     */
    public @Nullable Void straight(String processKey) {
        return signedIn(() -> engine.getRuntimeService().startProcessInstanceByKey(processKey));
    }

    /**
     * W2: a case from its start to a task, the query that finds it, its completion, a step, the end.
     *
     * @return null, so that it is a callable
     */
    public @Nullable Void withTask() {
        return signedIn(() -> {
            String instance = engine.getRuntimeService()
                    .startProcessInstanceByKey("objection", Map.of("receivedOn", "2026-03-02"))
                    .getId();
            Task task = engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceId(instance)
                    .singleResult();
            engine.getTaskService().complete(task.getId());
        });
    }

    private @Nullable Void signedIn(Runnable work) {
        engine.getIdentityService().setAuthentication(CLERK, TEAMS);
        try {
            work.run();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
        return null;
    }
}
