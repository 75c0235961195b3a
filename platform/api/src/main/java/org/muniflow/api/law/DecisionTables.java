package org.muniflow.api.law;

import java.util.List;
import java.util.Map;

/**
 * The module's own decision tables, where an analyst edits a rule's rows. A rule reads its table and gives the outcome
 * its reasons; always those of the version that asks. Call this; the platform implements it. Tables are parsed once, and an evaluation writes no history.
 */
public interface DecisionTables {

    /**
     * Evaluates a table of the module's {@code bpmn/} folder.
     *
     * @param decisionKey the id of the decision
     * @param inputs the values by the names that the table's input expressions use; plain values and dates
     * @return one map per matching row in the order of the table: the outputs by name and, where the row has an
     *     annotation {@code Cites}, the section under {@code cites}; empty when no row matches
     * @throws IllegalArgumentException when the module has no such table, or an input does not fit; the message names
     *     the decision
     */
    List<Map<String, Object>> evaluate(String decisionKey, Map<String, ?> inputs);
}
