package org.muniflow.civilrights.law;

import java.math.BigDecimal;

/**
 * Exact percentages: sums and products keep every digit, and comparisons are of exact values. {@code of(75).of(68)} is
 * exactly 51 percent.
 *
 * @param value the number of hundredths; never null
 */
public record Percent(BigDecimal value) {

    /** Nothing. */
    public static final Percent NONE = new Percent(BigDecimal.ZERO);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * Reads a percentage.
     *
     * @param value the number of hundredths
     * @return the percentage
     */
    public static Percent of(BigDecimal value) {
        return new Percent(value);
    }

    /**
     * Adds.
     *
     * @param other the other percentage
     * @return the exact sum
     */
    public Percent plus(Percent other) {
        return new Percent(value.add(other.value));
    }

    /**
     * Takes this percentage of another, as in a holding of a holding.
     *
     * @param whole the percentage of which this is a part
     * @return the exact product
     */
    public Percent of(Percent whole) {
        return new Percent(value.multiply(whole.value).movePointLeft(2));
    }

    /**
     * Takes this percentage of an amount.
     *
     * @param amount the amount
     * @return the exact part, not rounded
     */
    public BigDecimal ofAmount(BigDecimal amount) {
        return amount.multiply(value).movePointLeft(2);
    }

    /**
     * Tells whether this is at least a minimum; equality passes (T-13).
     *
     * @param minimum the minimum
     * @return true if it is
     */
    public boolean atLeast(BigDecimal minimum) {
        return value.compareTo(minimum) >= 0;
    }

    /**
     * Tells whether this is more than a bound; equality does not pass (T-13).
     *
     * @param bound the bound
     * @return true if it is
     */
    public boolean moreThan(BigDecimal bound) {
        return value.compareTo(bound) > 0;
    }

    /**
     * Tells whether this is between nothing and the whole, both included.
     *
     * @return true if it is
     */
    public boolean isPart() {
        return value.signum() >= 0 && value.compareTo(HUNDRED) <= 0;
    }

    /** Returns the number without trailing zeros and a percent sign, for example {@code 30.6%}. */
    @Override
    public String toString() {
        return plain(value) + "%";
    }

    /**
     * Prints a number without trailing zeros or exponent.
     *
     * @param number the number
     * @return for example {@code 51} or {@code 30.6}
     */
    public static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
