package org.muniflow.kernel.guard;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The grammar of expressions in models: variables, literals, comparison, logic and arithmetic, {@code empty}, choice,
 * the platform's named beans, and a handful of properties. Nothing else: what is more is a delegate's work.
 */
final class Expressions {

    private static final Pattern OUTER = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:(?<string>'[^'\\\\]*'|\"[^\"\\\\]*\")"
            + "|(?<number>\\d+(?:\\.\\d+)?)|(?<word>[A-Za-z_][A-Za-z0-9_]*)"
            + "|(?<sign>==|!=|<=|>=|&&|\\|\\||-(?!>)|[<>+*/%!?:(),.]))");
    private static final Set<String> EXECUTION = Set.of("processBusinessKey", "businessKey", "processInstanceId");
    private static final Set<String> TASK = Set.of("assignee", "name", "dueDate");
    private static final Set<String> OF_VALUES = Set.of("size", "isEmpty", "contains", "empty");

    private Expressions() {}

    /** The names used as {@code ${name}} alone, the form of a delegate. */
    static Optional<String> name(String text) {
        Matcher matcher =
                Pattern.compile("[$#]\\{\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*}").matcher(text.strip());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** Says what is not allowed in a text's expressions; empty when all is. */
    static Optional<String> problem(String text, Set<String> beans) {
        Matcher outer = OUTER.matcher(text);
        int end = 0;
        while (outer.find()) {
            Optional<String> problem = inside(outer.group(1), beans);
            if (problem.isPresent()) {
                return problem;
            }
            end = outer.end();
        }
        return isExpression(text.substring(end)) ? Optional.of("an expression that is not closed") : Optional.empty();
    }

    private static Optional<String> inside(String body, Set<String> beans) {
        Matcher token = TOKEN.matcher(body);
        String before = "";
        String base = "";
        int at = 0;
        while (at < body.length() && !body.substring(at).isBlank()) {
            token.region(at, body.length());
            if (!token.lookingAt()) {
                return Optional.of("'" + body.substring(at).strip().charAt(0) + "'");
            }
            at = token.end();
            String word = token.group("word");
            String text = token.group().strip();
            if (word != null) {
                boolean call = body.substring(at).stripLeading().startsWith("(");
                if (before.equals(".")) {
                    if (!member(base, word, call, beans)) {
                        return Optional.of("'" + base + "." + word + "'");
                    }
                } else if (call && !word.equals("empty") && !word.equals("not") && !logic(word)) {
                    return Optional.of("the call '" + word + "(...)'");
                }
                base = word;
            } else if (text.equals(".") && !before.matches("\\w+")) {
                return Optional.of("a member of something that is not a name");
            }
            before = text;
        }
        return Optional.empty();
    }

    private static boolean logic(String word) {
        return List.of("and", "or", "eq", "ne", "lt", "gt", "le", "ge", "div", "mod")
                .contains(word);
    }

    private static boolean member(String base, String word, boolean call, Set<String> beans) {
        if (beans.contains(base)) {
            return call && !word.startsWith("get");
        }
        if (base.equals("execution")) {
            return !call && EXECUTION.contains(word);
        }
        if (base.equals("task")) {
            return !call && TASK.contains(word);
        }
        return OF_VALUES.contains(word);
    }
}
