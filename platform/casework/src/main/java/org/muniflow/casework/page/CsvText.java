package org.muniflow.casework.page;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes lines as RFC 4180 text that a spreadsheet opens without taking a cell for a formula. */
public final class CsvText {

    private static final String FORMULA = "=+-@\t\r";

    private CsvText() {}

    /**
     * Writes a line.
     *
     * @param cells the values; numbers stay as they are, the elements of a list are parted by semicolons
     * @return the line with its end
     */
    public static String line(List<? extends @Nullable Object> cells) {
        return cells.stream().map(CsvText::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /**
     * Writes a cell.
     *
     * @param value the value; null gives an empty cell
     * @return the text, quoted where it must be
     */
    public static String cell(@Nullable Object value) {
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
