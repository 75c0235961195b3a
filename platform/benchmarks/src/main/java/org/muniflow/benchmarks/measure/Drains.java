package org.muniflow.benchmarks.measure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
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
        long processor = Processor.nanos(adapter);
        long start = System.nanoTime();
        management.activateJobDefinitionByProcessDefinitionKey(QUICK, true);
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(50))
                .until(() ->
                        management.createJobQuery().processDefinitionKey(QUICK).count() == 0);
        long nanos = System.nanoTime() - start;
        long used = Processor.nanos(adapter) - processor;
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> management.createJobQuery().count() == 0);
        return Map.of("jobs", cases * STEPS, "nanos", nanos, "processorNanos", used);
    }
}
