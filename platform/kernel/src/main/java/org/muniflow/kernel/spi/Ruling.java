package org.muniflow.kernel.spi;

import java.util.List;
import java.util.Map;

/**
 * What a rule or a decision table answered.
 *
 * @param module the version that answered
 * @param rule the rule's id or the table's key
 * @param outcome the outcome's word; empty for a table, whose rows say it
 * @param fired the rows that fired, or the reasons given, in order; may be empty
 * @param inputs what was asked, by name; values may be null
 */
public record Ruling(ModuleId module, String rule, String outcome, List<Fired> fired, Map<String, ?> inputs) {

    /**
     * A row that fired, or a reason.
     *
     * @param row the row's id in the table, or the reason's code
     * @param cites the section of law; empty if none
     */
    public record Fired(String row, String cites) {}

    /** Copies the rows. */
    public Ruling {
        fired = List.copyOf(fired);
    }
}
