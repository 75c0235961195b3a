package org.muniflow.benchmarks.goal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.muniflow.benchmarks.adapter.DatabaseServer;
import org.muniflow.benchmarks.measure.Lists;
import org.muniflow.benchmarks.run.Application;
import org.muniflow.benchmarks.run.Finding;
import org.muniflow.benchmarks.run.Rounds;
import org.muniflow.benchmarks.run.Spread;
import org.muniflow.testkit.Database;

/**
 * G3, G4 and G12 on PostgreSQL: what people look at all day costs the same with a hundred times the open cases, and with a
 * million ended ones behind them; and a case costs the same with these as with none.
 */
public final class YearOfCases implements Goal {

    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final int ENDED = 10_000;
    private static final double SLOWER = 1.5;
    private static final double SLOWER_COUNT = 2;
    private static final double COSTLIER = 1.15;

    /** Makes the goal. */
    public YearOfCases() {}

    @Override
    public List<Finding> measure(Effort effort) {
        int many = effort.of(MANY, 10_000);
        List<Finding> findings = new ArrayList<>();
        try (DatabaseServer server = DatabaseServer.start(Database.POSTGRESQL, "2GB");
                Application small = Application.start("platform", server.database());
                Application large = Application.start("platform", server.database())) {
            small.ask("populate " + FEW + " " + ENDED);
            large.ask("populate " + many + " " + ENDED);
            findings.addAll(lists(
                    String.format(Locale.ROOT, "at %,d open against %,d", many, FEW), lists(small, large, effort)));
            if (effort.finished() > ENDED) {
                JsonNode grown = large.ask("populate " + many + " " + effort.finished());
                System.out.printf(
                        Locale.ROOT,
                        "The database has %,d MiB.%n",
                        grown.get("bytes").asLong() >> 20);
                findings.addAll(lists(
                        String.format(
                                Locale.ROOT,
                                "at %,d open and %,d ended against %,d and %,d",
                                many,
                                effort.finished(),
                                FEW,
                                ENDED),
                        lists(small, large, effort)));
                try (Application empty = Application.start("platform", server.database())) {
                    findings.addAll(cases(empty, large, effort));
                }
            }
        }
        return findings;
    }

    private static Rounds lists(Application small, Application large, Effort effort) {
        return Rounds.of(small, large, effort.repeats(), "lists " + effort.of(400, 200));
    }

    private static List<Finding> lists(String where, Rounds rounds) {
        List<Finding> findings = new ArrayList<>();
        for (String what : rounds.names()) {
            String line = what + ", " + where;
            Spread base = rounds.base(what, 1e-6);
            Spread platform = rounds.platform(what, 1e-6);
            Spread ratio = rounds.ratio(what);
            boolean count = what.startsWith(Lists.COUNT);
            String goal = count ? "G4" : "G3";
            findings.add(
                    what.endsWith("p50")
                            ? Finding.atMost(
                                    goal,
                                    line,
                                    "ms",
                                    base,
                                    platform,
                                    ratio,
                                    count ? SLOWER_COUNT : SLOWER,
                                    count ? null : Double.valueOf(1.2))
                            : Finding.note(goal, line, "ms", base, platform, ratio));
        }
        return findings;
    }

    private static List<Finding> cases(Application empty, Application large, Effort effort) {
        for (Application one : List.of(empty, large)) {
            for (String workload : List.of("W1", "W2")) {
                one.ask("cases " + workload + " " + effort.of(20_000, 2_000));
            }
        }
        List<Finding> findings = new ArrayList<>();
        Map<String, String> measured = Map.of("processorNanos", "processor time of a case", "nanos", "time of a case");
        for (String workload : List.of("W1", "W2")) {
            Rounds rounds =
                    Rounds.of(empty, large, effort.repeats(), "cases " + workload + " " + effort.of(4_000, 1_000));
            for (String what : List.of("processorNanos", "nanos")) {
                Rounds each = rounds.each(what, "cases");
                String line = workload + ", " + measured.get(what)
                        + String.format(Locale.ROOT, " with %,d ended against none", effort.finished());
                Spread base = each.base(what, 1e-6);
                Spread platform = each.platform(what, 1e-6);
                findings.add(
                        what.equals("nanos")
                                ? Finding.note("G12", line, "ms", base, platform, each.ratio(what))
                                : Finding.atMost("G12", line, "ms", base, platform, each.ratio(what), COSTLIER, 1.05));
            }
        }
        return findings;
    }
}
