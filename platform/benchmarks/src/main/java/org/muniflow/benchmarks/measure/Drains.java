package org.muniflow.benchmarks.measure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.muniflow.benchmarks.adapter.Adapter;

/** Lets the job executor drain a backlog of cases whose every step is a job. */
public final class Drains implements Measurement {

    private static final String QUICK = "statement-run";
    private static final String SLOW = "filing";
    private static final int STEPS = 5;

    /** Makes the measurement. */
    public Drains() {}

    /** Arguments: number of cases, number of the slow department's cases that wait beside them. */
    @Override
    public Map<String, Number> measure(Adapter adapter, List<String> arguments) {
        int cases = Integer.parseInt(arguments.get(0));
        int slow = Integer.parseInt(arguments.get(1));
        RuntimeService runtime = adapter.engine().getRuntimeService();
        ManagementService management = adapter.engine().getManagementService();
        management.suspendJobDefinitionByProcessDefinitionKey(QUICK, true);
        for (int i = 0; i < cases; i++) {
            runtime.startProcessInstanceByKey(QUICK);
        }
        for (int i = 0; i < slow; i++) {
            runtime.startProcessInstanceByKey(SLOW);
        }
        management.activateJobDefinitionByProcessDefinitionKey(QUICK, true);
        // The executor may be asleep, and is so only where nothing else was to be done: the clock starts with its work.
        until(() -> open(management) < cases);
        long left = open(management);
        long processor = Processor.nanos(adapter);
        long start = System.nanoTime();
        until(() -> open(management) == 0);
        long nanos = System.nanoTime() - start;
        long used = Processor.nanos(adapter) - processor;
        long slowLeft = management.createJobQuery().processDefinitionKey(SLOW).count();
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> management.createJobQuery().count() == 0);
        return Map.of("jobs", left * STEPS, "nanos", nanos, "processorNanos", used, "slowLeft", slowLeft);
    }

    private static long open(ManagementService management) {
        return management.createJobQuery().processDefinitionKey(QUICK).count();
    }

    private static void until(Callable<Boolean> reached) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(50))
                .until(reached);
    }
}
