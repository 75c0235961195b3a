package org.muniflow.benchmarks.goal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muniflow.benchmarks.adapter.Adapter;
import org.muniflow.benchmarks.adapter.DatabaseServer;
import org.muniflow.benchmarks.run.Application;
import org.muniflow.benchmarks.run.Finding;
import org.muniflow.benchmarks.run.Spread;
import org.muniflow.testkit.Database;

/** G5: a department is replaced while the city works: nothing fails, nobody else waits, and it takes no long. */
public final class Replacing implements Goal {

    /** Makes the goal. */
    public Replacing() {}

    @Override
    public List<Finding> measure(Effort effort) {
        List<JsonNode> bares = new ArrayList<>();
        List<JsonNode> platforms = new ArrayList<>();
        try (DatabaseServer server = DatabaseServer.start(Database.POSTGRESQL);
                Application bare = Application.start("bare", with(server.database()));
                Application platform = Application.start("platform", with(server.database()))) {
            String command = "swaps " + effort.of(12, 5) + " 250";
            for (int repeat = 0; repeat <= effort.repeats(); repeat++) {
                boolean bareFirst = repeat % 2 == 0;
                JsonNode first = (bareFirst ? bare : platform).ask(command);
                JsonNode second = (bareFirst ? platform : bare).ask(command);
                if (repeat > 0) {
                    bares.add(bareFirst ? first : second);
                    platforms.add(bareFirst ? second : first);
                }
            }
        }
        Spread failed = numbers(platforms, "failed", 1);
        Spread bareSwap = numbers(bares, "swapP95", 1e6);
        Spread swap = numbers(platforms, "swapP95", 1e6);
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.atMost(
                "G5",
                "failed cases while a department is replaced",
                "cases",
                numbers(bares, "failed", 1),
                failed,
                Spread.of(failed.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum()),
                0,
                null));
        findings.add(Finding.atMost(
                "G5",
                "p95 of the other department's cases, during against quiet",
                "ms",
                numbers(platforms, "quietP95", 1e6),
                numbers(platforms, "duringP95", 1e6),
                ratios(platforms, "duringP95", platforms, "quietP95"),
                1.5,
                null));
        findings.add(Finding.note(
                "G5",
                "the same on the bare engine",
                "ms",
                numbers(bares, "quietP95", 1e6),
                numbers(bares, "duringP95", 1e6),
                ratios(bares, "duringP95", bares, "quietP95")));
        findings.add(Finding.note(
                "G5",
                "p50 of the other department's cases, during against quiet",
                "ms",
                numbers(platforms, "quietP50", 1e6),
                numbers(platforms, "duringP50", 1e6),
                ratios(platforms, "duringP50", platforms, "quietP50")));
        findings.add(Finding.atMost(
                "G5",
                "p95 of a swap, against PF4J with a plain deployment",
                "ms",
                bareSwap,
                swap,
                ratios(platforms, "swapP95", bares, "swapP95"),
                10,
                5.0));
        findings.add(Finding.atMost("G5", "p95 of a swap, in milliseconds", "ms", bareSwap, swap, swap, 1000, 250.0));
        return findings;
    }

    private static Map<String, String> with(Map<String, String> database) {
        Map<String, String> settings = new LinkedHashMap<>(Adapter.JOBS);
        settings.putAll(database);
        return settings;
    }

    private static Spread numbers(List<JsonNode> rounds, String field, double divisor) {
        return new Spread(rounds.stream()
                .map(round -> round.get(field).asDouble() / divisor)
                .toList());
    }

    private static Spread ratios(List<JsonNode> above, String over, List<JsonNode> below, String under) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < above.size(); i++) {
            ratios.add(
                    above.get(i).get(over).asDouble() / below.get(i).get(under).asDouble());
        }
        return new Spread(ratios);
    }
}
