package org.muniflow.benchmarks.run;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.muniflow.benchmarks.goal.ColdStart;
import org.muniflow.benchmarks.goal.CostPerCase;
import org.muniflow.benchmarks.goal.Drain;
import org.muniflow.benchmarks.goal.Effort;
import org.muniflow.benchmarks.goal.Goal;
import org.muniflow.benchmarks.goal.NoLeak;
import org.muniflow.benchmarks.goal.OpenWork;
import org.muniflow.benchmarks.goal.Replacing;
import org.muniflow.benchmarks.goal.StatementsPerCase;

/** Measures the goals that are asked for, or all. */
public final class Benchmarks {

    private static final String QUICK = "--quick";

    private Benchmarks() {}

    /**
     * Measures and writes down.
     *
     * @param args goals such as {@code G2}; none for all; {@code --quick} to see only whether everything works
     */
    public static void main(String[] args) {
        Path root = Path.of(System.getProperty("muniflow.root", "../.."));
        Map<String, Goal> goals = new LinkedHashMap<>();
        goals.put("G1", new StatementsPerCase());
        goals.put("G2", new CostPerCase());
        goals.put("G3", new OpenWork());
        goals.put("G5", new Replacing());
        goals.put("G6", new NoLeak());
        goals.put("G7", new ColdStart(root));
        goals.put("G11", new Drain());
        boolean quick = Arrays.asList(args).contains(QUICK);
        List<String> wanted =
                Arrays.stream(args).filter(word -> !word.equals(QUICK)).toList();
        for (String word : wanted) {
            if (!goals.containsKey(word)) {
                System.err.println(
                        "There is no goal '" + word + "'; there are " + goals.keySet() + " and " + QUICK + ".");
                System.exit(2);
            }
        }
        // A quick run proves nothing and leaves the results as they are.
        Results results = new Results(quick ? Path.of("target", "quick-results") : Path.of("results"));
        for (String goal : wanted.isEmpty() ? goals.keySet() : wanted) {
            System.out.println(goal + " ...");
            results.keep(goal, Objects.requireNonNull(goals.get(goal)).measure(new Effort(quick)));
            results.print(goal, System.out);
        }
        System.out.println("Written: " + results.table());
        System.exit(0);
    }
}
