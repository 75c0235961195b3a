package org.muniflow.api.casework;

import java.time.LocalDate;
import org.muniflow.api.time.Period;

/**
 * The city's clocks, defined in each module's {@code <module>-clocks.dmn} and read from that of the version that takes the
 * new cases, whichever version asks, by governing date. Call this; the platform implements it.
 */
public interface Clocks {

    /**
     * Computes a clock from the date the law counts from.
     *
     * @param clockId the clock's id
     * @param trigger the date of the act: receipt, filing, mailing; never the day on which a clerk opened the task
     * @return the computed clock
     * @throws IllegalArgumentException when the clock is unknown or cannot be computed from one date; the message says
     *     why
     */
    ClockDue due(String clockId, LocalDate trigger);

    /**
     * Computes a clock that runs from the later of several dates (kind LATER_OF), or any other clock from one.
     *
     * @param clockId the clock's id
     * @param triggers the dates; at least one
     * @return the computed clock, with the later date as trigger
     */
    ClockDue dueFromLatest(String clockId, LocalDate... triggers);

    /**
     * Returns the length of a clock.
     *
     * @param clockId the clock's id
     * @param governing the date by which the case is governed
     * @return amount and unit
     * @throws IllegalArgumentException when the clock is unknown or states no length
     */
    Period period(String clockId, LocalDate governing);
}
