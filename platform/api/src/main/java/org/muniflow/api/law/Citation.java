package org.muniflow.api.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a legal text, parsed.
 *
 * <p>A citation names a source (the Code, an ordinance, a lease, a state or federal statute), a section in it and the
 * levels below the section in order. It prints in one canonical spelling: {@code KCMO Code § 3-461(s)(3)(b)},
 * {@code Ord. 240222 § 2}, {@code Lease 240079 § 14}, {@code RSMo § 213.075}, {@code 49 CFR § 26.67}. Other spellings
 * ("Sec.", "Section", "Code §38-204(a)", "§ 3-461(o)") are accepted by {@link #parse}.
 *
 * <p>Immutable and thread-safe; equality is by canonical spelling.
 *
 * @param source the text cited, for example {@code KCMO Code}; not empty
 * @param section the section, article or part in it, for example {@code 3-461}; may be empty for a whole text
 * @param levels the levels below the section without parentheses, for example {@code [s, 3, b]}; never null
 * @param note what follows the levels, for example {@code ex. 3}, {@code (reading A-14)} or {@code last para.}; may be
 *     empty
 */
public record Citation(String source, String section, List<String> levels, String note) {

    private static final String CODE = "KCMO Code";
    private static final String MARK = "(?:§{1,2}|[Ss]ecs?\\.|[Ss]ections?)";
    private static final Pattern SHAPE = Pattern.compile("^(?<source>.*?)\\s*(?:(?:" + MARK + ")\\s*)"
            + "(?<section>[0-9A-Za-z][0-9A-Za-z.\\-]*?)(?<levels>(?:\\([0-9A-Za-z]+\\))*)(?:\\s+(?<note>\\S.*))?$");
    private static final Pattern PART = Pattern.compile("^(?<source>\\d+ CFR)\\s+(?:Part\\s+)?(?<section>[0-9.]+)"
            + "(?<levels>(?:\\([0-9A-Za-z]+\\))*)(?:\\s+(?<note>\\S.*))?$");
    private static final Pattern STATE = Pattern.compile(
            "^(?<source>RSMo|Mo\\. Const\\.)\\s+(?<section>[0-9.]+)(?<levels>(?:\\([0-9A-Za-z]+\\))*)(?:\\s+(?<note>\\S.*))?$");
    private static final Pattern LEVEL = Pattern.compile("\\(([0-9A-Za-z]+)\\)");

    /** Checks that the source is named. */
    public Citation {
        Objects.requireNonNull(section, "section");
        Objects.requireNonNull(note, "note");
        levels = List.copyOf(levels);
        if (source.isBlank()) {
            throw new IllegalArgumentException("A citation names its source; it was empty");
        }
    }

    /**
     * Reads a citation.
     *
     * @param text a citation in any of the accepted spellings; not null
     * @return the citation
     * @throws IllegalArgumentException when the text names no section in a known form; the message repeats the text
     */
    public static Citation parse(String text) {
        String trimmed = text.strip().replace('\u00a0', ' ');
        for (Pattern pattern : List.of(PART, STATE, SHAPE)) {
            Matcher matcher = pattern.matcher(trimmed);
            if (matcher.matches()) {
                return of(matcher);
            }
        }
        throw new IllegalArgumentException(
                "Not a citation: '" + text + "'; write for example 'KCMO Code § 3-461(s)(3)' or 'Ord. 240222 § 2'");
    }

    /**
     * Reads a list of citations separated by semicolons. Catalogue ids (R-…, C-…, A-…, P-…, V-…) after a citation are
     * skipped, so that {@code KCMO Code § 3-461(o); R-266; C-102} yields one citation.
     *
     * @param text the list; not null
     * @return the citations in order; empty when the text holds only ids or is blank
     * @throws IllegalArgumentException when an entry is neither a citation nor an id
     */
    public static List<Citation> parseAll(String text) {
        List<Citation> all = new ArrayList<>();
        for (String entry : text.split(";")) {
            String part = entry.strip();
            if (!part.isEmpty() && !part.matches("[A-Z]{1,2}-?[A-Z]?\\d+.*")) {
                all.add(parse(part));
            }
        }
        return List.copyOf(all);
    }

    private static Citation of(Matcher matcher) {
        List<String> levels = new ArrayList<>();
        Matcher level = LEVEL.matcher(matcher.group("levels"));
        while (level.find()) {
            levels.add(level.group(1));
        }
        String note = matcher.group("note");
        return new Citation(
                source(matcher.group("source").strip()),
                matcher.group("section"),
                levels,
                note == null ? "" : note.strip());
    }

    private static String source(String printed) {
        String lower = printed.toLowerCase(Locale.ROOT);
        if (lower.isEmpty() || lower.equals("code") || lower.equals("kcmo code")) {
            return CODE;
        }
        Matcher ordinance =
                Pattern.compile("^(?:ord\\.?|ordinance(?: no\\.?)?)\\s*(\\d+)$").matcher(lower);
        if (ordinance.matches()) {
            return "Ord. " + ordinance.group(1);
        }
        Matcher lease = Pattern.compile("^lease\\s+(?:no\\.\\s*)?(\\d+)$").matcher(lower);
        if (lease.matches()) {
            return "Lease " + lease.group(1);
        }
        return printed;
    }

    /** Returns the canonical spelling, for example {@code KCMO Code § 3-461(s)(3)(b)}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(source);
        if (!section.isEmpty()) {
            text.append(" § ").append(section);
        }
        levels.forEach(level -> text.append('(').append(level).append(')'));
        if (!note.isEmpty()) {
            text.append(' ').append(note);
        }
        return text.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Citation citation && citation.toString().equals(toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
