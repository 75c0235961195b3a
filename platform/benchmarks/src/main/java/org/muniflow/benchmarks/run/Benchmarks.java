package org.muniflow.benchmarks.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.muniflow.benchmarks.goal.ColdStart;
import org.muniflow.benchmarks.goal.CostPerCase;
import org.muniflow.benchmarks.goal.Drain;
import org.muniflow.benchmarks.goal.Effort;
import org.muniflow.benchmarks.goal.Goal;
import org.muniflow.benchmarks.goal.NoLeak;
import org.muniflow.benchmarks.goal.Replacing;
import org.muniflow.benchmarks.goal.StatementsPerCase;
import org.muniflow.benchmarks.goal.YearOfCases;

/** Measures the goals that are asked for, or all. */
public final class Benchmarks {

    private static final String QUICK = "--quick";
    private static final String FINISHED = "--finished";

    private Benchmarks() {}

    /**
     * Measures and writes down.
     *
     * @param args goals such as {@code G2}; none for all; {@code --quick} to see only whether everything works;
     *     {@code --finished} and a number for fewer ended cases than a million behind the open ones of G3, G4 and G12
     */
    public static void main(String[] args) {
        Path root = Path.of(System.getProperty("muniflow.root", "../.."));
        Map<String, Goal> goals = new LinkedHashMap<>();
        goals.put("G1", new StatementsPerCase());
        goals.put("G2", new CostPerCase());
        Goal year = new YearOfCases();
        goals.put("G3", year);
        goals.put("G4", year);
        goals.put("G5", new Replacing());
        goals.put("G6", new NoLeak());
        goals.put("G7", new ColdStart(root));
        goals.put("G11", new Drain());
        goals.put("G12", year);
        boolean quick = Arrays.asList(args).contains(QUICK);
        List<String> wanted = new ArrayList<>(List.of(args));
        wanted.remove(QUICK);
        Effort effort = new Effort(quick, finished(wanted, quick));
        for (String word : wanted) {
            if (!goals.containsKey(word)) {
                System.err.println("There is no goal '" + word + "'; there are " + goals.keySet() + " and " + QUICK
                        + " and " + FINISHED + ".");
                System.exit(2);
            }
        }
        // A quick run proves nothing and leaves the results as they are.
        Results results = new Results(quick ? Path.of("target", "quick-results") : Path.of("results"));
        Set<Goal> chosen = new LinkedHashSet<>();
        (wanted.isEmpty() ? goals.keySet() : wanted)
                .forEach(word -> chosen.add(Objects.requireNonNull(goals.get(word))));
        for (Goal goal : chosen) {
            System.out.println(goal.getClass().getSimpleName() + " ...");
            Map<String, List<Finding>> findings = goal.measure(effort).stream()
                    .collect(Collectors.groupingBy(Finding::goal, LinkedHashMap::new, Collectors.toList()));
            findings.forEach((name, lines) -> {
                results.keep(name, lines);
                results.print(name, System.out);
            });
        }
        System.out.println("Written: " + results.table());
        System.exit(0);
    }

    private static int finished(List<String> wanted, boolean quick) {
        int at = wanted.indexOf(FINISHED);
        if (at < 0) {
            return quick ? 20_000 : 1_000_000;
        }
        wanted.remove(at);
        return Integer.parseInt(wanted.remove(at));
    }
}
