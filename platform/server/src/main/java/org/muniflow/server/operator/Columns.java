package org.muniflow.server.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table in plain text, each column as wide as its widest cell. */
final class Columns {

    /** A row, and the lines that stand under it. */
    private record Row(List<String> cells, List<String> notes) {}

    private final List<Row> rows = new ArrayList<>();

    Columns(String... titles) {
        row(List.of(), titles);
    }

    /** Adds a row with lines under it. */
    void row(List<String> notes, String... cells) {
        rows.add(new Row(Arrays.asList(cells), notes));
    }

    String text() {
        int[] widths = new int[rows.get(0).cells().size()];
        for (Row row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] =
                        Math.max(widths[column], row.cells().get(column).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (Row row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                String cell = row.cells().get(column);
                line.append(cell).append(" ".repeat(widths[column] - cell.length() + 2));
            }
            text.append(line.toString().stripTrailing()).append('\n');
            row.notes().forEach(note -> text.append("    ").append(note).append('\n'));
        }
        return text.toString();
    }
}
