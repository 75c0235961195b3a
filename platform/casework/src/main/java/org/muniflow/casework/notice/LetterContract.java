package org.muniflow.casework.notice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The values that a letter needs, as the comment at its top lists them: {@code name  kind  what it is}, with
 * {@code , optional} or {@code , when <other> is <WORD>} after the kind.
 *
 * @param values the values by name, in the order of the comment
 */
record LetterContract(Map<String, Value> values) {

    /** The names that the platform supplies to every letter. */
    static final Set<String> SUPPLIED = Set.of("caseNumber", "today", "to", "city");

    private static final Pattern COMMENT = Pattern.compile("\\A\\s*<!--\\s*data:[ \\t]*\\R(.*?)-->", Pattern.DOTALL);
    private static final Pattern LINE = Pattern.compile(
            "(?<name>[a-z]\\w*)\\s+(?<kind>[a-z-]+)(?:(?<optional>, optional)|, when (?<other>[a-z]\\w*) is (?<word>\\w+))?(?:\\s+(?<about>.*))?");

    /**
     * Reads the contract of a letter.
     *
     * @param html the letter
     * @return its contract
     * @throws IllegalArgumentException when there is no contract or a line of it cannot be read
     */
    static LetterContract of(String html) {
        Matcher comment = COMMENT.matcher(html);
        if (!comment.find()) {
            throw new IllegalArgumentException(
                    "it does not start with a comment '<!-- data: …' that lists the values it needs, one a line");
        }
        Map<String, Value> values = new LinkedHashMap<>();
        for (String line : comment.group(1).lines().map(String::strip).toList()) {
            if (!line.isEmpty()) {
                values.put(name(line), value(line));
            }
        }
        return new LetterContract(values);
    }

    /**
     * Compares values with the contract.
     *
     * @param data the values
     * @return what is missing, of another kind or not listed, one sentence each; empty when all is well
     */
    List<String> problems(Map<String, ?> data) {
        List<String> problems = new ArrayList<>();
        values.forEach((name, value) -> {
            Object given = data.get(name);
            if (isMissing(given)) {
                if (value.need().isFelt(data)) {
                    problems.add("'" + name + "' is missing (" + value.kind().words + ")"
                            + value.need().because());
                }
            } else if (!value.kind().fits.test(given)) {
                problems.add("'" + name + "' is not " + value.kind().words);
            }
        });
        data.keySet().stream()
                .filter(name -> !values.containsKey(name))
                .sorted()
                .forEach(name -> problems.add("'" + name + "' is not a value of this letter"));
        return problems;
    }

    private static boolean isMissing(@Nullable Object given) {
        return given == null
                || given instanceof String text && text.isBlank()
                || given instanceof List<?> list && list.isEmpty();
    }

    private static Matcher parts(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("its data line '" + line
                    + "' is not 'name kind description', with ', optional' or ', when other is WORD' after the kind");
        }
        return parts;
    }

    private static String name(String line) {
        String name = parts(line).group("name");
        if (SUPPLIED.contains(name)) {
            throw new IllegalArgumentException("it lists '" + name + "', which the platform supplies; remove the line");
        }
        return name;
    }

    private static Value value(String line) {
        Matcher parts = parts(line);
        String other = parts.group("other");
        Need need = other != null
                ? new Need(other, parts.group("word"))
                : parts.group("optional") != null ? Need.NEVER : Need.ALWAYS;
        String about = parts.group("about");
        return new Value(Kind.of(parts.group("kind"), line), need, about == null ? "" : about);
    }

    /**
     * A value.
     *
     * @param kind what it is
     * @param need when it may not be left out
     * @param about what it means, in the words of the comment; may be empty
     */
    record Value(Kind kind, Need need, String about) {

        /** Tells whether it asks the same of the sender as another. */
        boolean asks(Value other) {
            return kind == other.kind && need.equals(other.need);
        }
    }

    /**
     * When a value may not be left out.
     *
     * @param other the value that decides; empty for always or never
     * @param word what that value must read
     */
    record Need(String other, String word) {

        static final Need ALWAYS = new Need("", "always");
        static final Need NEVER = new Need("", "never");

        boolean isFelt(Map<String, ?> data) {
            return other.isEmpty() ? equals(ALWAYS) : word.equals(data.get(other));
        }

        String words() {
            return other.isEmpty() ? equals(ALWAYS) ? "always" : "no" : "when " + other + " is " + word;
        }

        String because() {
            return other.isEmpty() ? "" : ", since " + other + " is " + word;
        }
    }

    /** The kinds of value, in the words of the comment. */
    enum Kind {
        TEXT("text", given -> given instanceof String),
        DATE("a date", given -> given instanceof LocalDate),
        NUMBER("a number", given -> given instanceof Number),
        YES_NO("yes-no (a boolean)", given -> given instanceof Boolean),
        LIST("a list", given -> given instanceof List);

        private final String words;
        private final Predicate<Object> fits;

        Kind(String words, Predicate<Object> fits) {
            this.words = words;
            this.fits = fits;
        }

        String words() {
            return words;
        }

        private static Kind of(String word, String line) {
            return switch (word) {
                case "text" -> TEXT;
                case "date" -> DATE;
                case "number" -> NUMBER;
                case "yes-no" -> YES_NO;
                case "list" -> LIST;
                default ->
                    throw new IllegalArgumentException(
                            "its data line '" + line + "' names no kind; use text, date, number, yes-no or list");
            };
        }
    }
}
