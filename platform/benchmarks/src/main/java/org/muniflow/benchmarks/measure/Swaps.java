package org.muniflow.benchmarks.measure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.muniflow.benchmarks.adapter.Adapter;
import org.muniflow.benchmarks.department.DepartmentJar;
import org.muniflow.benchmarks.workload.CaseWork;

/**
 * Replaces one department again and again while clerks of this one and of another work, and jobs of cases that began
 * before run on. Counts what failed and times the swaps and the other department's cases, quiet and during the swaps.
 */
public final class Swaps implements Measurement {

    private final AtomicInteger versions = new AtomicInteger();

    /** Makes the measurement. */
    public Swaps() {}

    /** Arguments: number of swaps, pause after each in milliseconds. */
    @Override
    public Map<String, Number> measure(Adapter adapter, List<String> arguments) throws Exception {
        int swaps = Integer.parseInt(arguments.get(0));
        Duration pause = Duration.ofMillis(Long.parseLong(arguments.get(1)));
        Latencies quiet = new Latencies();
        Latencies during = new Latencies();
        Latencies swapping = new Latencies();
        AtomicInteger failed = new AtomicInteger();

        clerks(adapter, quiet, failed, () -> pause(pause.multipliedBy(swaps)));
        clerks(adapter, during, failed, () -> {
            for (int i = 0; i < swaps; i++) {
                String version = "1.1." + versions.incrementAndGet();
                DepartmentJar department = DepartmentJar.refunds();
                Path jar = department.pack(version);
                long start = System.nanoTime();
                adapter.replace(department, version, jar);
                swapping.add(System.nanoTime() - start);
                pause(pause);
            }
            return swaps;
        });
        int left = leftOver(adapter.engine());

        Map<String, Number> numbers = new LinkedHashMap<>();
        numbers.put("failed", failed.get() + left);
        numbers.put("quietCases", quiet.count());
        numbers.put("duringCases", during.count());
        numbers.put("quietP95", quiet.percentile(95));
        numbers.put("duringP50", during.percentile(50));
        numbers.put("quietP50", quiet.percentile(50));
        numbers.put("duringP95", during.percentile(95));
        numbers.put("swapP50", swapping.percentile(50));
        numbers.put("swapP95", swapping.percentile(95));
        return numbers;
    }

    private static void clerks(Adapter adapter, Latencies other, AtomicInteger failed, Callable<?> meanwhile)
            throws Exception {
        CaseWork work = new CaseWork(adapter.engine());
        AtomicBoolean open = new AtomicBoolean(true);
        ExecutorService offices = Executors.newFixedThreadPool(2);
        try {
            Future<?> here = offices.submit(() -> {
                for (int i = 0; open.get(); i++) {
                    boolean withJobs = i % 10 == 0;
                    attempt(failed, () -> withJobs ? work.straight("statement-run") : work.straight());
                    pause(Duration.ofMillis(5));
                }
            });
            Future<?> there = offices.submit(() -> {
                while (open.get()) {
                    long start = System.nanoTime();
                    attempt(failed, () -> work.straight("permit"));
                    other.add(System.nanoTime() - start);
                    pause(Duration.ofMillis(5));
                }
            });
            meanwhile.call();
            open.set(false);
            here.get();
            there.get();
        } finally {
            open.set(false);
            offices.shutdown();
            offices.awaitTermination(1, TimeUnit.MINUTES);
        }
    }

    private static void attempt(AtomicInteger failed, Callable<?> oneCase) {
        try {
            oneCase.call();
        } catch (Exception failure) {
            if (failed.incrementAndGet() <= 3) {
                failure.printStackTrace();
            }
        }
    }

    /** Waits for the jobs of the cases that were under way; what does not end, or only after a failure, has failed. */
    private static int leftOver(ProcessEngine engine) {
        var jobs = engine.getManagementService().createJobQuery();
        try {
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> jobs.count() == 0);
        } catch (org.awaitility.core.ConditionTimeoutException still) {
            return (int) jobs.count();
        }
        return (int) engine.getHistoryService()
                .createHistoricJobLogQuery()
                .failureLog()
                .count();
    }

    private static Object pause(Duration length) {
        long end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
        return length;
    }
}
