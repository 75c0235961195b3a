package org.muniflow.casework.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reading of the law that the software applies.
 *
 * @param id its id in the department's catalogue, for example {@code A-22}
 * @param title what it is about
 * @param question what the law leaves open
 * @param reading how it is read
 * @param cites the sections
 * @param setting the setting by which the city reads it otherwise; null if there is none
 * @param rules the rules that apply it
 * @param clocks the clocks that apply it
 * @param processes the processes that apply it
 */
public record Reading(
        String id,
        String title,
        String question,
        String reading,
        String cites,
        @Nullable String setting,
        List<String> rules,
        List<String> clocks,
        List<String> processes) {

    /** Copies the lists. */
    public Reading {
        rules = List.copyOf(rules);
        clocks = List.copyOf(clocks);
        processes = List.copyOf(processes);
    }
}
