package org.muniflow.benchmarks.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Keeps the results in a folder: one JSON file for each goal, and one table of all. */
public final class Results {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEAD = """
            | Goal | Measured | Unit | Base | Platform | Judged | Goal | Verdict |
            |---|---|---|---|---|---|---|---|
            """;

    private final Path folder;
    private final double loadBefore =
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();

    /**
     * Opens the results.
     *
     * @param folder the folder; made if it is not there
     */
    public Results(Path folder) {
        this.folder = folder;
    }

    /**
     * Replaces the results of a goal.
     *
     * @param goal the goal
     * @param findings its lines
     */
    public void keep(String goal, List<Finding> findings) {
        ObjectNode kept = JSON.createObjectNode();
        kept.put("goal", goal);
        kept.put("measuredOn", LocalDate.now(Clock.systemUTC()).toString());
        kept.put("machine", machine());
        ArrayNode lines = kept.putArray("lines");
        for (Finding finding : findings) {
            ObjectNode line = lines.addObject();
            line.put("what", finding.what());
            line.put("unit", finding.unit());
            line.put("row", row(finding));
            line.put("verdict", finding.verdict());
            if (finding.base() != null) {
                line.set("base", JSON.valueToTree(finding.base().values()));
            }
            line.set("platform", JSON.valueToTree(finding.platform().values()));
            line.set("judged", JSON.valueToTree(finding.judged().values()));
        }
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve(goal + ".json"),
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsString(kept) + "\n");
            Files.writeString(table(), allTogether());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Prints the lines of a goal.
     *
     * @param goal the goal
     * @param out where to
     */
    public void print(String goal, PrintStream out) {
        out.print(HEAD);
        read(folder.resolve(goal + ".json"))
                .get("lines")
                .forEach(line -> out.println(line.get("row").asText()));
    }

    /**
     * Returns the table.
     *
     * @return the file
     */
    public Path table() {
        return folder.resolve("README.md");
    }

    private String allTogether() throws IOException {
        StringBuilder text = new StringBuilder("# Results\n\nWritten by `platform/benchmarks/run`; the method is in"
                + " [its README](../README.md). Median [least..most] of the repeats.\n");
        try (Stream<Path> files = Files.list(folder)) {
            List<JsonNode> goals = files.filter(file -> file.toString().endsWith(".json"))
                    .map(Results::read)
                    .sorted(Comparator.comparingInt(
                            goal -> Integer.parseInt(goal.get("goal").asText().substring(1))))
                    .toList();
            String conditions = "";
            for (JsonNode goal : goals) {
                String now = "\nMeasured on " + goal.get("measuredOn").asText() + ", "
                        + goal.get("machine").asText() + "\n\n" + HEAD;
                if (!now.equals(conditions)) {
                    text.append(now);
                    conditions = now;
                }
                goal.get("lines")
                        .forEach(line -> text.append(line.get("row").asText()).append('\n'));
            }
        }
        return text.toString();
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String row(Finding finding) {
        return "| " + finding.goal() + " | " + finding.what() + " | " + finding.unit() + " | "
                + (finding.base() == null ? "" : finding.base()) + " | " + finding.platform() + " | "
                + finding.judged() + " | " + finding.bound() + " | " + finding.verdict() + " |";
    }

    private String machine() {
        return String.format(
                Locale.ROOT,
                "%d cores, %s %s, Java %s; %.1f processes ran on it before",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                System.getProperty("java.version"),
                loadBefore);
    }
}
