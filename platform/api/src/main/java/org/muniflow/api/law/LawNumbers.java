package org.muniflow.api.law;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Amounts and thresholds that the law sets, as dated data: an amendment adds a row. Read from the module's
 * {@code <module>-numbers.dmn} of the version that takes the new cases, whichever version asks, by governing date. Call this; the platform implements it, and {@code
 * LawNumbers.fixed} serves tests.
 */
public interface LawNumbers {

    /**
     * Returns the number in force on a date.
     *
     * @param id the number's id, for example {@code ownership.minimumPercent}
     * @param governing the date by which the case is governed
     * @return the number in its unit as documented in the table; never null
     * @throws IllegalArgumentException when no row is in force on that date; the message names id and date
     */
    BigDecimal get(String id, LocalDate governing);

    /**
     * Returns the number in force on a date as a whole number.
     *
     * @param id the number's id
     * @param governing the date by which the case is governed
     * @return the whole number
     * @throws ArithmeticException when the number has a fraction
     */
    default int whole(String id, LocalDate governing) {
        return get(id, governing).intValueExact();
    }
}
