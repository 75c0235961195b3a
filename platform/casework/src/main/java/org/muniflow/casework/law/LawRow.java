package org.muniflow.casework.law;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.law.Citation;

/**
 * Reads one row of a law table cell by cell, and says of every wrong cell what is wrong with it and what to do. A wrong
 * cell reads as empty, so that one pass finds all problems of a table.
 */
public final class LawRow {

    private final LawTable.Row row;
    private final Consumer<String> problems;
    private boolean sound = true;

    LawRow(LawTable.Row row, Consumer<String> problems) {
        this.row = row;
        this.problems = problems;
    }

    /**
     * Says whether no problem has been found so far.
     *
     * @return true if the row is usable
     */
    public boolean sound() {
        return sound;
    }

    /**
     * Reports a problem of this row.
     *
     * @param sentence what is wrong and what to do, without the place
     */
    public void problem(String sentence) {
        sound = false;
        problems.accept(row.place() + ": " + sentence);
    }

    /**
     * Reads a text that may be missing.
     *
     * @param column the column's name in lower case without spaces
     * @return the text, or null when the cell is empty
     */
    public @Nullable String text(String column) {
        return row.cell(column).orElse(null);
    }

    /**
     * Reads a text that must be there.
     *
     * @param column the column
     * @param remedy what to enter
     * @return the text; empty after a reported problem
     */
    public String required(String column, String remedy) {
        Optional<String> cell = row.cell(column);
        if (cell.isEmpty()) {
            problem(column + " is empty; enter " + remedy);
        }
        return cell.orElse("");
    }

    /**
     * Reads a whole number that may be missing.
     *
     * @param column the column
     * @return the number, or null when the cell is empty or wrong
     */
    public @Nullable Integer whole(String column) {
        return read(column, "a whole number such as 20", text -> {
            int number = Integer.parseInt(text);
            if (number < 0) {
                throw new IllegalArgumentException();
            }
            return number;
        });
    }

    /**
     * Reads a number that may be missing.
     *
     * @param column the column
     * @return the number, or null when the cell is empty or wrong
     */
    public @Nullable BigDecimal number(String column) {
        return read(column, "a number such as 51 or 0.25", BigDecimal::new);
    }

    /**
     * Reads a date that may be missing.
     *
     * @param column the column
     * @return the date, or null when the cell is empty or wrong
     */
    public @Nullable LocalDate date(String column) {
        return read(column, "a date such as date(\"2021-05-14\")", text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException wrong) {
                throw new IllegalArgumentException(wrong);
            }
        });
    }

    /**
     * Reads a word of a closed list that may be missing.
     *
     * @param <E> the list
     * @param column the column
     * @param words the enum
     * @return the word, or null when the cell is empty or wrong
     */
    public <E extends Enum<E>> @Nullable E word(String column, Class<E> words) {
        return read(
                column,
                "one of " + Arrays.toString(words.getEnumConstants()),
                text -> Enum.valueOf(words, text.toUpperCase(Locale.ROOT)));
    }

    /**
     * Reads the sections of law, which every row must name.
     *
     * @return the sections in their canonical spelling, separated by semicolons; empty after a reported problem
     */
    public String cites() {
        String text = required("cites", "the section of law in the row's annotation, for example KCMO Code § 3-461(n)");
        try {
            List<Citation> citations = Citation.parseAll(text);
            if (citations.isEmpty() && !text.isEmpty()) {
                problem("'" + text + "' names no section of law; write for example KCMO Code § 3-461(n)");
            }
            return String.join("; ", citations.stream().map(Citation::toString).toList());
        } catch (IllegalArgumentException wrong) {
            problem(String.valueOf(wrong.getMessage()));
            return "";
        }
    }

    private <T> @Nullable T read(String column, String expected, Function<String, T> parse) {
        Optional<String> cell = row.cell(column);
        if (cell.isEmpty()) {
            return null;
        }
        try {
            return parse.apply(cell.get());
        } catch (IllegalArgumentException wrong) {
            problem(column + " is '" + cell.get() + "'; enter " + expected);
            return null;
        }
    }
}
