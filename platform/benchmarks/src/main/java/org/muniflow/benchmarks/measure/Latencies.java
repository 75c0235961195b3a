package org.muniflow.benchmarks.measure;

import java.util.ArrayList;
import java.util.List;

/** How long things took, in nanoseconds. Not thread-safe. */
final class Latencies {

    private final List<Long> all = new ArrayList<>();

    void add(long nanos) {
        all.add(nanos);
    }

    /** Returns the latency that a share of all did not exceed; 0 if there was none. */
    long percentile(int percent) {
        if (all.isEmpty()) {
            return 0;
        }
        List<Long> sorted = all.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, (int) ((long) sorted.size() * percent / 100)));
    }

    int count() {
        return all.size();
    }
}
