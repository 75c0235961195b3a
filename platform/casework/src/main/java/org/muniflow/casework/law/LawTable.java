package org.muniflow.casework.law;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelException;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.UnaryTests;

/**
 * A DMN decision table read as data: law that an analyst edits row by row. It is never evaluated.
 *
 * <p>The decision's id is the file's name. The columns are found by their names: the input column {@code id} holds the
 * row's id as a text, each output column one literal ({@code "text"}, {@code 20}, {@code 0.5}, {@code
 * date("2021-05-14")} or nothing). The section of law stands in the row's annotation, or in an output column {@code
 * cites}.
 *
 * @param key the decision's id, for example {@code civil-rights-clocks}
 * @param columns the names of the columns
 * @param rows the rows, in order
 */
record LawTable(String key, List<String> columns, List<Row> rows) {

    private static final String CITES = "cites";

    LawTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param place where it stands, for messages: {@code civil-rights-clocks row 5 (C-105)}
     * @param cells the cells by column; without the empty ones
     */
    record Row(String place, Map<String, String> cells) {

        /** Returns what a cell says, without the quotes of a text; empty when the cell is. */
        Optional<String> cell(String column) {
            return Optional.ofNullable(cells.get(column));
        }
    }

    /**
     * Reads a table.
     *
     * @param key the decision's id, which is also the file's name
     * @param dmn the file's bytes
     * @return the table
     * @throws IllegalArgumentException when the file is no DMN or has no decision table of that id; the message says
     *     what to do
     */
    static LawTable read(String key, byte[] dmn) {
        DmnModelInstance model;
        try {
            model = Dmn.readModelFromStream(new ByteArrayInputStream(dmn));
        } catch (DmnModelException problem) {
            throw new IllegalArgumentException(
                    key + ".dmn is not a DMN file: " + problem.getMessage() + "; save it with a DMN modeler", problem);
        }
        Decision decision = model.getModelElementsByType(Decision.class).stream()
                .filter(candidate -> key.equals(candidate.getId()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        key + ".dmn has no decision with the id " + key + "; give the decision its file's name as id"));
        if (!(decision.getExpression() instanceof DecisionTable table)) {
            throw new IllegalArgumentException(
                    key + ".dmn: the decision " + key + " is no decision table; make it one");
        }
        List<String> inputs = table.getInputs().stream().map(LawTable::name).toList();
        List<String> outputs = table.getOutputs().stream().map(LawTable::name).toList();
        List<Row> rows = new ArrayList<>();
        for (Rule rule : table.getRules()) {
            Map<String, String> cells = new LinkedHashMap<>();
            put(cells, inputs, rule.getInputEntries());
            put(cells, outputs, rule.getOutputEntries());
            if (rule.getDescription() != null) {
                cells.putIfAbsent(CITES, literal(rule.getDescription().getTextContent()));
            }
            cells.values().removeIf(String::isEmpty);
            String place = key + " row " + (rows.size() + 1) + " (" + cells.getOrDefault("id", rule.getId()) + ")";
            rows.add(new Row(place, Map.copyOf(cells)));
        }
        List<String> columns = new ArrayList<>(inputs);
        columns.addAll(outputs);
        return new LawTable(key, columns, rows);
    }

    private static String name(DmnElement column) {
        if (column instanceof Output output && output.getName() != null) {
            return plain(output.getName());
        }
        if (column instanceof Input input
                && input.getInputExpression() != null
                && input.getInputExpression().getText() != null) {
            return plain(input.getInputExpression().getText().getTextContent());
        }
        return column.getLabel() == null ? "" : plain(column.getLabel());
    }

    /** A column called "Target days", "targetDays" or "target_days" is the same column. */
    private static String plain(String name) {
        return name.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
    }

    private static void put(Map<String, String> cells, List<String> columns, Collection<? extends DmnElement> entries) {
        int column = 0;
        for (DmnElement entry : entries) {
            String text = text(entry);
            if (column < columns.size()) {
                cells.put(columns.get(column), literal(text));
            }
            column++;
        }
    }

    private static String text(DmnElement entry) {
        if (entry instanceof UnaryTests tests && tests.getText() != null) {
            return tests.getText().getTextContent();
        }
        if (entry instanceof LiteralExpression expression && expression.getText() != null) {
            return expression.getText().getTextContent();
        }
        return "";
    }

    private static String literal(String cell) {
        String text = cell.strip();
        if (text.startsWith("date(") && text.endsWith(")")) {
            text = text.substring("date(".length(), text.length() - 1).strip();
        }
        if (text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")) {
            text = text.substring(1, text.length() - 1).strip();
        }
        return text.equals("-") || text.equals("null") ? "" : text.replace("\\\"", "\"");
    }
}
