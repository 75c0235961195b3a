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

/** G11: how fast a backlog of jobs is done, beside the bare engine and beside a department with slow steps. */
public final class Drain implements Goal {

    /** Makes the goal. */
    public Drain() {}

    @Override
    public List<Finding> measure(Effort effort) {
        int cases = effort.of(400, 60);
        // Enough to outlast the others: three steps of half a second each.
        int slow = effort.of(60, 10);
        List<Double> bareRate = new ArrayList<>();
        List<Double> platformRate = new ArrayList<>();
        List<Double> ratio = new ArrayList<>();
        List<Double> besideSlow = new ArrayList<>();
        List<Double> slowRatio = new ArrayList<>();
        List<Double> bareSlowRatio = new ArrayList<>();
        try (DatabaseServer server = DatabaseServer.start(Database.POSTGRESQL);
                Application bare = Application.start("bare", with(server.database()));
                Application platform = Application.start("platform", with(server.database()))) {
            for (Application application : List.of(bare, platform)) {
                application.ask("drain " + 2 * cases + " 0");
            }
            for (int repeat = 0; repeat <= effort.repeats(); repeat++) {
                boolean bareFirst = repeat % 2 == 0;
                double first = rate((bareFirst ? bare : platform).ask("drain " + cases + " 0"));
                double second = rate((bareFirst ? platform : bare).ask("drain " + cases + " 0"));
                JsonNode slowed = platform.ask("drain " + cases + " " + slow);
                JsonNode bareSlowed = bare.ask("drain " + cases + " " + slow);
                if (repeat > 0) {
                    double plain = bareFirst ? first : second;
                    double city = bareFirst ? second : first;
                    bareRate.add(plain);
                    platformRate.add(city);
                    ratio.add(city / plain);
                    besideSlow.add(rateBeside(slowed));
                    slowRatio.add(rateBeside(slowed) / city);
                    bareSlowRatio.add(rate(bareSlowed) / plain);
                }
            }
        }
        return List.of(
                new Finding(
                        "G11",
                        "jobs drained",
                        "jobs/s",
                        new Spread(bareRate),
                        new Spread(platformRate),
                        new Spread(ratio),
                        0.85,
                        0.95,
                        true),
                new Finding(
                        "G11",
                        "jobs drained beside a department with slow steps, against alone",
                        "jobs/s",
                        new Spread(platformRate),
                        new Spread(besideSlow),
                        new Spread(slowRatio),
                        0.8,
                        null,
                        true),
                Finding.note(
                        "G11",
                        "the same on the bare engine",
                        "ratio",
                        null,
                        new Spread(bareSlowRatio),
                        new Spread(bareSlowRatio)));
    }

    private static double rateBeside(JsonNode drained) {
        if (drained.get("slowLeft").asLong() == 0) {
            throw new IllegalStateException("The slow department was done before the others; give it more cases");
        }
        return rate(drained);
    }

    private static double rate(JsonNode drained) {
        return drained.get("jobs").asDouble() / drained.get("nanos").asDouble() * 1e9;
    }

    private static Map<String, String> with(Map<String, String> database) {
        Map<String, String> settings = new LinkedHashMap<>(Adapter.JOBS);
        settings.putAll(database);
        return settings;
    }
}
