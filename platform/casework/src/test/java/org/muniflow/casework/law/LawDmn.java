package org.muniflow.casework.law;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes law tables for tests. */
public final class LawDmn {

    private LawDmn() {}

    /**
     * Writes a table.
     *
     * @param key the decision's id
     * @param columns the output columns
     * @param rows the rows: id, then one cell as FEEL for each column
     */
    public static byte[] table(String key, List<String> columns, List<List<String>> rows) {
        StringBuilder text = new StringBuilder("""
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="test">
                  <decision id="%s" name="Law"><decisionTable id="t" hitPolicy="COLLECT">
                    <input id="i"><inputExpression id="ie" typeRef="string"><text>id</text></inputExpression></input>
                """.formatted(key));
        for (String column : columns) {
            text.append("<output id=\"o_%s\" name=\"%s\"/>".formatted(column, column));
        }
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            text.append("<rule id=\"r%d\"><description>KCMO Code § 3-1</description>".formatted(i));
            text.append("<inputEntry id=\"i%d\"><text>\"%s\"</text></inputEntry>".formatted(i, row.get(0)));
            for (int j = 1; j < row.size(); j++) {
                text.append("<outputEntry id=\"o%d_%d\"><text>%s</text></outputEntry>".formatted(i, j, row.get(j)));
            }
            text.append("</rule>");
        }
        return text.append("</decisionTable></decision></definitions>")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Writes a row of numbers that is in force from a day on; an empty day is for ever. */
    public static List<String> number(String id, int value, String from) {
        return List.of(
                id, "\"Limit\"", String.valueOf(value), "\"USD\"", from.isEmpty() ? "" : "date(\"" + from + "\")");
    }

    /** Writes a table of numbers. */
    @SafeVarargs
    public static byte[] numbers(String module, List<String>... rows) {
        return table(module + "-numbers", List.of("title", "value", "unit", "effectiveFrom"), List.of(rows));
    }

    /** Writes a row of a clock in calendar days that is in force from a day on; an empty day is for ever. */
    public static List<String> clock(String id, int days, String from) {
        return List.of(
                id,
                "\"Time to answer\"",
                "\"FORWARD\"",
                String.valueOf(days),
                "\"CALENDAR_DAYS\"",
                from.isEmpty() ? "" : "date(\"" + from + "\")");
    }

    /** Writes a table of clocks. */
    @SafeVarargs
    public static byte[] clocks(String module, List<String>... rows) {
        return table(module + "-clocks", List.of("title", "kind", "amount", "unit", "effectiveFrom"), List.of(rows));
    }
}
