package org.muniflow.benchmarks.measure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.muniflow.benchmarks.adapter.Adapter;
import org.muniflow.benchmarks.workload.CaseWork;

/** Works on whole cases one after the other for a while. */
public final class CaseRounds implements Measurement {

    /** Makes the measurement. */
    public CaseRounds() {}

    /** Arguments: {@code W1} or {@code W2}, and the round's length in milliseconds. */
    @Override
    public Map<String, Number> measure(Adapter adapter, List<String> arguments) {
        CaseWork work = new CaseWork(adapter.engine());
        boolean straight = arguments.get(0).equals("W1");
        long length = Duration.ofMillis(Long.parseLong(arguments.get(1))).toNanos();
        long processor = Processor.nanos(adapter);
        long start = System.nanoTime();
        long cases = 0;
        while (System.nanoTime() - start < length) {
            if (straight) {
                work.straight();
            } else {
                work.withTask();
            }
            cases++;
        }
        long nanos = System.nanoTime() - start;
        return Map.of("cases", cases, "nanos", nanos, "processorNanos", Processor.nanos(adapter) - processor);
    }
}
