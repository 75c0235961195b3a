package org.muniflow.casework.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one field of a form as a browser sent it. */
final class FieldValue {

    /** The types a form's component may have besides enumerations. */
    static final Set<Class<?>> TYPES = Set.of(
            String.class,
            Integer.class,
            int.class,
            Long.class,
            long.class,
            BigDecimal.class,
            LocalDate.class,
            Boolean.class,
            boolean.class,
            List.class);

    /** What neither a letter nor every database can hold; tab and line ends are text. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r]]");

    private FieldValue() {}

    /** What is wrong with a field, and what to enter instead. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }

        String message() {
            return String.valueOf(getMessage());
        }
    }

    /**
     * Reads a field.
     *
     * @param type the component's type
     * @param sent the values sent under its name; null when none were
     * @param marked whether the form says that the field was on the page though nothing was chosen
     * @return the value; null for an empty one, false and no entries for a marked checkbox
     */
    static @Nullable Object read(Class<?> type, String @Nullable [] sent, boolean marked) throws Unreadable {
        if (type == List.class) {
            List<String> entries = new ArrayList<>();
            for (String entry : sent == null ? new String[0] : sent) {
                if (!entry.isBlank()) {
                    entries.add(readable(entry.strip()));
                }
            }
            return List.copyOf(entries);
        }
        String text = sent == null || sent.length == 0 ? "" : sent[0].strip();
        if (type == Boolean.class || type == boolean.class) {
            return yesOrNo(type, text, marked);
        }
        if (text.isEmpty()) {
            if (type.isPrimitive()) {
                throw new Unreadable("Enter a whole number, for example 12");
            }
            return null;
        }
        if (type.isEnum()) {
            return constant(type, text);
        }
        if (type == String.class) {
            return readable(text.replace("\r\n", "\n"));
        }
        if (type == LocalDate.class) {
            return date(text);
        }
        return number(type, text);
    }

    private static String readable(String text) throws Unreadable {
        if (CONTROL.matcher(text).find()) {
            throw new Unreadable("Enter the text without control characters; type it anew instead of pasting it");
        }
        return text;
    }

    private static @Nullable Boolean yesOrNo(Class<?> type, String text, boolean marked) throws Unreadable {
        return switch (text) {
            case "true", "on", "yes" -> true;
            case "false", "no" -> false;
            case "" -> marked || type == boolean.class ? Boolean.FALSE : null;
            default -> throw new Unreadable("Choose yes or no");
        };
    }

    private static Object constant(Class<?> type, String text) throws Unreadable {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(text)) {
                return constant;
            }
        }
        throw new Unreadable("Choose one of the listed values");
    }

    private static LocalDate date(String text) throws Unreadable {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= 1800 && date.getYear() <= 2999) {
                return date;
            }
        } catch (DateTimeParseException malformed) {
            throw new Unreadable("Enter a date as YYYY-MM-DD, for example 2026-03-09");
        }
        throw new Unreadable("Enter a date with a year from 1800 to 2999");
    }

    private static Object number(Class<?> type, String text) throws Unreadable {
        String plain = text.replaceFirst("^\\$\\s*", "").replaceAll(",(?=\\d{3}(\\D|$))", "");
        try {
            if (type == BigDecimal.class) {
                if (!plain.matches("[+-]?\\d{1,18}(\\.\\d{1,10})?")) {
                    throw new Unreadable("Enter a number, for example 1250 or 1250.00");
                }
                return new BigDecimal(plain);
            }
            if (type == Integer.class || type == int.class) {
                return Integer.valueOf(plain);
            }
            return Long.valueOf(plain);
        } catch (NumberFormatException malformed) {
            throw new Unreadable("Enter a whole number, for example 12");
        }
    }
}
