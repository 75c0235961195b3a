package org.muniflow.benchmarks.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What two applications answered to the same command, round by round; who begins changes, and the first round is thrown away. */
public final class Rounds {

    private final List<Map<String, double[]>> all;

    private Rounds(List<Map<String, double[]>> all) {
        this.all = all;
    }

    /**
     * Lets both measure in turns.
     *
     * @param base what is compared with
     * @param platform what is judged
     * @param repeats the number of rounds that are kept
     * @param command the measurement and its arguments
     * @return the rounds
     */
    public static Rounds of(Application base, Application platform, int repeats, String command) {
        List<Map<String, double[]>> all = new ArrayList<>();
        for (int repeat = 0; repeat <= repeats; repeat++) {
            boolean baseFirst = repeat % 2 == 0;
            JsonNode first = (baseFirst ? base : platform).ask(command);
            JsonNode second = (baseFirst ? platform : base).ask(command);
            if (repeat > 0) {
                all.add(round(baseFirst ? first : second, baseFirst ? second : first));
            }
        }
        return new Rounds(all);
    }

    private static Map<String, double[]> round(JsonNode base, JsonNode platform) {
        Map<String, double[]> round = new LinkedHashMap<>();
        base.fieldNames()
                .forEachRemaining(name -> round.put(name, new double[] {
                    base.get(name).asDouble(), platform.get(name).asDouble()
                }));
        return round;
    }

    /**
     * Divides a number by another of the same round.
     *
     * @param name the number
     * @param by what it is divided by
     * @return the rounds with that number only
     */
    public Rounds each(String name, String by) {
        return new Rounds(all.stream()
                .map(round -> Map.of(name, new double[] {
                    numbers(round, name)[0] / numbers(round, by)[0], numbers(round, name)[1] / numbers(round, by)[1]
                }))
                .toList());
    }

    /**
     * Returns what was measured.
     *
     * @return the names in their order
     */
    public List<String> names() {
        return List.copyOf(all.get(0).keySet());
    }

    /**
     * Returns the numbers of the one that is compared with.
     *
     * @param name which
     * @param unit what they are multiplied by
     * @return the numbers
     */
    public Spread base(String name, double unit) {
        return new Spread(
                all.stream().map(round -> numbers(round, name)[0] * unit).toList());
    }

    /**
     * Returns the numbers of the one that is judged.
     *
     * @param name which
     * @param unit what they are multiplied by
     * @return the numbers
     */
    public Spread platform(String name, double unit) {
        return new Spread(
                all.stream().map(round -> numbers(round, name)[1] * unit).toList());
    }

    /**
     * Returns the ratios, each within its round.
     *
     * @param name of which number
     * @return the ratios
     */
    public Spread ratio(String name) {
        return new Spread(all.stream()
                .map(round -> numbers(round, name)[1] / numbers(round, name)[0])
                .toList());
    }

    private static double[] numbers(Map<String, double[]> round, String name) {
        return Objects.requireNonNull(round.get(name), name);
    }
}
