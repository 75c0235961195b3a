package org.muniflow.benchmarks.run;

import java.util.List;
import java.util.Locale;

/**
 * The same number measured several times.
 *
 * @param values the numbers, at least one
 */
public record Spread(List<Double> values) {

    /** Copies the numbers. */
    public Spread {
        values = List.copyOf(values);
    }

    /**
     * Makes a spread of one number.
     *
     * @param value the number
     * @return the spread
     */
    public static Spread of(double value) {
        return new Spread(List.of(value));
    }

    /**
     * Returns the middle number.
     *
     * @return the median; of two middle numbers their mean
     */
    public double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** Prints median and extremes, for example {@code 1.12 [1.08..1.15]}. */
    @Override
    public String toString() {
        String middle = print(median());
        if (values.size() == 1) {
            return middle;
        }
        return middle + " ["
                + print(values.stream().mapToDouble(Double::doubleValue).min().orElseThrow()) + ".."
                + print(values.stream().mapToDouble(Double::doubleValue).max().orElseThrow()) + "]";
    }

    private static String print(double value) {
        String pattern = value == Math.rint(value) && Math.abs(value) < 1e9 ? "%.0f" : value < 10 ? "%.2f" : "%.1f";
        return String.format(Locale.ROOT, pattern, value);
    }
}
