package org.muniflow.casework.notice;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.ModuleListener;

/** Judges a module's letters before the module becomes active, so that no case meets a broken letter. */
final class LetterCheck implements ModuleListener {

    static final String FOLDER = "letters/";

    private static final Pattern EXPRESSION = Pattern.compile("[$*]\\{([^}]*)}");
    private static final Pattern INLINED = Pattern.compile("\\[[\\[(].*?[])]]");
    private static final Pattern TEXT = Pattern.compile("'[^']*'");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.?#])([A-Za-z_]\\w*)");
    private static final Pattern FORBIDDEN = Pattern.compile("\\bT\\s*\\(|\\bnew\\s+\\w|@\\w|__\\$\\{");
    private static final Set<String> WORDS = Set.of(
            "and",
            "or",
            "not",
            "eq",
            "ne",
            "lt",
            "le",
            "gt",
            "ge",
            "div",
            "mod",
            "instanceof",
            "true",
            "false",
            "null",
            "matches");

    @Override
    public void check(ActiveModule module, Consumer<String> problems) {
        for (String file : module.resources(FOLDER)) {
            String path = file.startsWith(FOLDER) ? file : FOLDER + file;
            if (path.endsWith(".html")) {
                String html = module.resource(path)
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .orElse("");
                problems(html).forEach(problem -> problems.accept("Letter " + path + ": " + problem));
            }
        }
    }

    /**
     * Judges one letter.
     *
     * @param html the letter
     * @return what is wrong, one sentence each; empty when it can be sent
     */
    static List<String> problems(String html) {
        List<String> problems = new ArrayList<>();
        Set<String> known = new HashSet<>(LetterContract.SUPPLIED);
        try {
            known.addAll(LetterContract.of(html).values().keySet());
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
        Document page = Jsoup.parse(html);
        if (page.title().isBlank()) {
            problems.add("it has no <title>, which is the letter's subject line");
        }
        if (page.getElementsByTag("html").attr("lang").isBlank()) {
            problems.add("<html> has no lang attribute; write the letter's language, for example lang=\"en\"");
        }
        if (!page.select("script, style, iframe, form, link").isEmpty()) {
            problems.add("it holds a script, style, form, frame or link element; the platform supplies the frame");
        }
        for (Element image : page.select("img:not([alt])")) {
            problems.add("the image " + image.attr("src") + " has no alt text");
        }
        for (Element element : page.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                if (attribute.getKey().startsWith("th:each")) {
                    known.add(attribute.getValue().replaceAll("[\\s,:].*", ""));
                }
            }
        }
        expressions(page).forEach(expression -> judge(expression, known, problems));
        return problems;
    }

    private static List<String> expressions(Document page) {
        List<String> found = new ArrayList<>();
        for (Element element : page.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                if (attribute.getKey().startsWith("th:") || attribute.getKey().startsWith("data-th-")) {
                    found.add(attribute.getValue());
                }
            }
            Matcher inlined = INLINED.matcher(element.ownText());
            while (inlined.find()) {
                found.add(inlined.group());
            }
        }
        return found;
    }

    private static void judge(String text, Set<String> known, List<String> problems) {
        if (FORBIDDEN.matcher(text).find()) {
            problems.add("the expression " + text + " reaches for Java; a letter only prints the values it lists");
            return;
        }
        Matcher expression = EXPRESSION.matcher(text);
        while (expression.find()) {
            Matcher name = NAME.matcher(TEXT.matcher(expression.group(1)).replaceAll("''"));
            while (name.find()) {
                if (!known.contains(name.group(1)) && !WORDS.contains(name.group(1))) {
                    problems.add("it uses '" + name.group(1) + "', which its data comment does not list");
                }
            }
        }
    }
}
