package org.muniflow.casework.cases;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of a text that somebody looks for in titles of cases or names of parties: every word stands there, in whatever
 * order, and the last one may be the beginning of a word.
 *
 * @param words in lower case, without any of what stands between words; may be empty
 */
record TitleWords(List<String> words) {

    /** What stands between words: the printable characters of ASCII but letters and digits, for every database alike. */
    private static final String BETWEEN = "[ -/:-@\\[-`{-~]";

    private static final Pattern SPLIT = Pattern.compile("(" + BETWEEN + "|\\s|\\p{Cntrl})+");
    private static final int MOST = 12;
    private static final String BEFORE = "(^|" + BETWEEN + ")";
    private static final String AFTER = "($|" + BETWEEN + ")";

    static TitleWords of(String text) {
        return new TitleWords(split(text).limit(MOST).toList());
    }

    /** What PostgreSQL has in its index of a column: its words, in lower case. Must stay as the indexes were made. */
    static String indexed(String column) {
        return "array_to_tsvector(array_remove(string_to_array(regexp_replace(lower(" + column + "), '" + BETWEEN
                + "+', ' ', 'g'), ' '), ''))";
    }

    private static Stream<String> split(String text) {
        return Arrays.stream(SPLIT.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .distinct();
    }

    /** The condition for a column without an index, the same for all databases; its values are {@link #patterns}. */
    String condition(String column) {
        return words.isEmpty()
                ? "1 = 0"
                : words.stream()
                        .map(word -> "regexp_like(lower(" + column + "), ?)")
                        .collect(Collectors.joining(" and "));
    }

    List<String> patterns() {
        return words.stream()
                .map(word -> BEFORE + word + (isLast(word) ? "" : AFTER))
                .toList();
    }

    /** What is asked of PostgreSQL's index. */
    String query() {
        return words.stream()
                .map(word -> "'" + word + "'" + (isLast(word) ? ":*" : ""))
                .collect(Collectors.joining(" & "));
    }

    boolean match(String title) {
        List<String> there = split(title).toList();
        return !words.isEmpty()
                && words.stream()
                        .allMatch(word -> isLast(word)
                                ? there.stream().anyMatch(one -> one.startsWith(word))
                                : there.contains(word));
    }

    private boolean isLast(String word) {
        return word.equals(words.get(words.size() - 1));
    }
}
