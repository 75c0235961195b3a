package org.muniflow.kernel.spi;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rule or a decision table answered.
 *
 * @param module the version that answered
 * @param rule the rule's id or the table's key
 * @param title what it decides, in plain words
 * @param outcome the outcome's word; empty for a table, whose rows say it
 * @param fired the rows that fired, or the reasons given, in order; may be empty
 * @param cites the section of the rule itself; empty for a table, whose rows cite
 * @param inputs what was asked, by name: plain values, lists and maps of these; values may be null
 * @param confidentialUnder the section that keeps the inputs from those who only read the case; null if none
 */
public record Ruling(
        ModuleId module,
        String rule,
        String title,
        String outcome,
        List<Fired> fired,
        String cites,
        Map<String, ?> inputs,
        @Nullable String confidentialUnder) {

    /**
     * A row that fired, or a reason.
     *
     * @param row the row's id in the table, or the reason's code
     * @param text what the row answers, or the reason's sentence; may be empty
     * @param cites the section of law; empty if none
     */
    public record Fired(String row, String text, String cites) {}

    /** Copies the rows. */
    public Ruling {
        fired = List.copyOf(fired);
    }
}
