package org.muniflow.kernel.spi;

/** Hears of every answer of a rule or decision table, inside a step and outside. Implement this as a Spring bean. */
public interface RulingListener {

    /**
     * A rule has answered.
     *
     * @param ruling what it answered
     */
    void ruled(Ruling ruling);
}
