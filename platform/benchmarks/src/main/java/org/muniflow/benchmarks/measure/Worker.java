package org.muniflow.benchmarks.measure;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muniflow.benchmarks.adapter.Adapter;
import org.muniflow.benchmarks.adapter.BareAdapter;
import org.muniflow.benchmarks.adapter.PlatformAdapter;
import org.muniflow.benchmarks.department.DepartmentJar;
import org.muniflow.benchmarks.population.Population;

/**
 * One application in a JVM of its own. It reads commands from its standard input, one a line, and answers each with one
 * line of JSON that begins with {@value #ANSWER}, lines that begin with {@value #PROGRESS} are for whoever waits; everything else that it prints is its log.
 */
public final class Worker {

    /** What an answer begins with. */
    public static final String ANSWER = "::";

    /** What a line for whoever waits begins with. */
    public static final String PROGRESS = "··";

    private static final Map<String, Measurement> MEASUREMENTS = Map.of(
            "cases", new CaseRounds(),
            "swaps", new Swaps(),
            "replacements", new Replacements(),
            "drain", new Drains(),
            "populate", new Population(said -> System.out.println(PROGRESS + said)),
            "lists", new Lists());

    private Worker() {}

    /**
     * Opens an application and serves until the input ends.
     *
     * @param args {@code bare} or {@code platform}, then properties as {@code name=value}
     * @throws Exception when it cannot be opened or measured; the driver sees the process end
     */
    public static void main(String[] args) throws Exception {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String setting : Arrays.copyOfRange(args, 1, args.length)) {
            String[] pair = setting.split("=", 2);
            settings.put(pair[0], pair[1]);
        }
        try (Adapter adapter =
                args[0].equals("bare") ? BareAdapter.open(settings, null) : PlatformAdapter.open(settings, null)) {
            for (DepartmentJar department :
                    List.of(DepartmentJar.refunds(), DepartmentJar.permits(), DepartmentJar.archive())) {
                if (!adapter.has(department)) {
                    adapter.replace(department, "1.0.0");
                }
            }
            serve(adapter);
        }
        System.exit(0);
    }

    private static void serve(Adapter adapter) throws Exception {
        ObjectMapper json = new ObjectMapper();
        PrintStream out = System.out;
        out.println(ANSWER + "{}");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            List<String> words = List.of(line.strip().split(" "));
            Measurement measurement = MEASUREMENTS.get(words.get(0));
            if (measurement == null) {
                throw new IllegalArgumentException("There is no measurement " + words.get(0));
            }
            out.println(ANSWER + json.writeValueAsString(measurement.measure(adapter, words.subList(1, words.size()))));
            out.flush();
        }
    }
}
