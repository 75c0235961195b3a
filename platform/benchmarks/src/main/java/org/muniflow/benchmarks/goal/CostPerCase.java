package org.muniflow.benchmarks.goal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muniflow.benchmarks.adapter.DatabaseServer;
import org.muniflow.benchmarks.run.Application;
import org.muniflow.benchmarks.run.Finding;
import org.muniflow.benchmarks.run.Spread;
import org.muniflow.testkit.Database;

/** G2: what a case costs in processor time beside the bare engine, clocks, journal and permissions on. */
public final class CostPerCase implements Goal {

    private static final double MOST = 1.25;
    private static final double STRETCH = 1.10;

    /** Room for tens of thousands of cases in H2's memory, which would else be measured as garbage collection. */
    private static final String HEAP = "-Xmx4g";

    /** Makes the goal. */
    public CostPerCase() {}

    @Override
    public List<Finding> measure(Effort effort) {
        List<Finding> findings = new ArrayList<>();
        for (Database kind : List.of(Database.POSTGRESQL, Database.H2)) {
            try (DatabaseServer server = DatabaseServer.start(kind);
                    Application bare = Application.start("bare", server.database(), HEAP);
                    Application platform = Application.start("platform", server.database(), HEAP)) {
                findings.addAll(on(kind == Database.H2 ? "H2" : "PostgreSQL", bare, platform, effort));
            }
        }
        return findings;
    }

    private static List<Finding> on(String database, Application bare, Application platform, Effort effort) {
        List<String> workloads = List.of("W1", "W2");
        warmUp(workloads, bare, platform, effort);
        Map<String, Rounds> rounds = new LinkedHashMap<>();
        for (int repeat = 0; repeat <= effort.repeats(); repeat++) {
            for (String workload : workloads) {
                String command = "cases " + workload + " " + effort.of(3_000, 1_000);
                boolean bareFirst = repeat % 2 == 0;
                JsonNode first = (bareFirst ? bare : platform).ask(command);
                JsonNode second = (bareFirst ? platform : bare).ask(command);
                if (repeat > 0) {
                    rounds.computeIfAbsent(workload, key -> new Rounds())
                            .add(bareFirst ? first : second, bareFirst ? second : first);
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        rounds.forEach((workload, measured) -> {
            findings.add(Finding.atMost(
                    "G2",
                    workload + " on " + database + ", processor time of a case",
                    "ms",
                    new Spread(measured.bareProcessor),
                    new Spread(measured.platformProcessor),
                    new Spread(measured.processorRatio),
                    MOST,
                    STRETCH));
            findings.add(Finding.note(
                    "G2",
                    workload + " on " + database + ", time of a case",
                    "ms",
                    new Spread(measured.bareTime),
                    new Spread(measured.platformTime),
                    new Spread(measured.timeRatio)));
        });
        return findings;
    }

    /** Both at once. What is compiled in a round counts as a case's processor time, and the more code the longer it takes. */
    private static void warmUp(List<String> workloads, Application bare, Application platform, Effort effort) {
        List.of(bare, platform).parallelStream()
                .forEach(application -> workloads.forEach(
                        workload -> application.ask("cases " + workload + " " + effort.of(40_000, 2_000))));
    }

    /** Ratios are taken within a round, since the machine is another one in the next. */
    private static final class Rounds {
        private final List<Double> bareProcessor = new ArrayList<>();
        private final List<Double> platformProcessor = new ArrayList<>();
        private final List<Double> processorRatio = new ArrayList<>();
        private final List<Double> bareTime = new ArrayList<>();
        private final List<Double> platformTime = new ArrayList<>();
        private final List<Double> timeRatio = new ArrayList<>();

        void add(JsonNode bare, JsonNode platform) {
            bareProcessor.add(each(bare, "processorNanos"));
            platformProcessor.add(each(platform, "processorNanos"));
            processorRatio.add(each(platform, "processorNanos") / each(bare, "processorNanos"));
            bareTime.add(each(bare, "nanos"));
            platformTime.add(each(platform, "nanos"));
            timeRatio.add(each(platform, "nanos") / each(bare, "nanos"));
        }

        private static double each(JsonNode round, String field) {
            return round.get(field).asDouble() / round.get("cases").asDouble() / 1e6;
        }
    }
}
