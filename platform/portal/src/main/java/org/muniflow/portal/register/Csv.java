package org.muniflow.portal.register;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.register.Register;

/** Writes rows as RFC 4180 text that a spreadsheet opens without taking a cell for a formula. */
final class Csv {

    private static final String FORMULA = "=+-@\t\r";

    private Csv() {}

    static String of(List<Register.Column> columns, List<Map<String, Object>> rows) {
        StringBuilder text = new StringBuilder();
        line(text, columns.stream().map(column -> cell(column.title())).toList());
        for (Map<String, Object> row : rows) {
            line(
                    text,
                    columns.stream().map(column -> cell(row.get(column.key()))).toList());
        }
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append(String.join(",", cells)).append("\r\n");
    }

    static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining("; "))
                : value.toString();
        // A spreadsheet runs text that begins like a formula; an apostrophe makes it text again.
        if (!(value instanceof Number) && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
