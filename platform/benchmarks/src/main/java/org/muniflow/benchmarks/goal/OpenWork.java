package org.muniflow.benchmarks.goal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muniflow.benchmarks.adapter.DatabaseServer;
import org.muniflow.benchmarks.run.Application;
import org.muniflow.benchmarks.run.Finding;
import org.muniflow.benchmarks.run.Spread;
import org.muniflow.testkit.Database;

/** G3: what people look at all day costs the same with a hundred times the open work, on PostgreSQL. */
public final class OpenWork implements Goal {

    private static final double MOST = 1.5;
    private static final double STRETCH = 1.2;
    private static final int FEW = 1_000;

    /** Makes the goal. */
    public OpenWork() {}

    @Override
    public List<Finding> measure(Effort effort) {
        int many = effort.of(100_000, 10_000);
        Map<String, List<double[]>> measured = new LinkedHashMap<>();
        try (DatabaseServer server = DatabaseServer.start(Database.POSTGRESQL);
                Application small = Application.start("platform", server.database());
                Application large = Application.start("platform", server.database())) {
            small.ask("open-cases " + FEW);
            large.ask("open-cases " + many);
            for (int repeat = 0; repeat <= effort.repeats(); repeat++) {
                boolean smallFirst = repeat % 2 == 0;
                int length = effort.of(500, 300);
                JsonNode first = smallFirst
                        ? small.ask("lists " + length + " " + FEW)
                        : large.ask("lists " + length + " " + many);
                JsonNode second = smallFirst
                        ? large.ask("lists " + length + " " + many)
                        : small.ask("lists " + length + " " + FEW);
                if (repeat > 0) {
                    add(measured, smallFirst ? first : second, smallFirst ? second : first);
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        measured.forEach((what, rounds) -> findings.add(Finding.atMost(
                "G3",
                what + ", p50 at " + many + " open against " + FEW,
                "ms",
                new Spread(rounds.stream().map(round -> round[0] / 1e6).toList()),
                new Spread(rounds.stream().map(round -> round[1] / 1e6).toList()),
                new Spread(rounds.stream().map(round -> round[1] / round[0]).toList()),
                MOST,
                STRETCH)));
        return findings;
    }

    private static void add(Map<String, List<double[]>> measured, JsonNode small, JsonNode large) {
        for (Iterator<String> names = small.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            measured.computeIfAbsent(name, key -> new ArrayList<>()).add(new double[] {
                small.get(name).asDouble(), large.get(name).asDouble()
            });
        }
    }
}
