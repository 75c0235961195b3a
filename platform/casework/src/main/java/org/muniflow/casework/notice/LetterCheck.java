package org.muniflow.casework.notice;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private static final Pattern TRANSLATED =
            Pattern.compile("(?<key>letters/[a-z][a-z0-9-]*)\\.(?<language>" + Letters.LANGUAGE + ")\\.html");
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
                String html = read(module, path).orElse("");
                problems(html).forEach(problem -> problems.accept("Letter " + path + ": " + problem));
                Matcher translated = TRANSLATED.matcher(path);
                if (translated.matches()) {
                    String english = translated.group("key") + ".html";
                    translationProblems(html, translated.group("language"), read(module, english))
                            .forEach(problem -> problems.accept("Letter " + path + ": " + problem));
                } else if (path.substring(0, path.length() - ".html".length()).contains(".")) {
                    problems.accept("Letter " + path + ": its name is neither <key>.html nor <key>.<language>.html,"
                            + " for example denial.es.html");
                }
            }
        }
    }

    private static Optional<String> read(ActiveModule module, String path) {
        return module.resource(path).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /**
     * Compares a letter in another language with the English one: who sends gives the same values to both.
     *
     * @param html the letter
     * @param language the language that its file name says
     * @param english the English letter, or empty when there is none
     * @return what is wrong, one sentence each
     */
    static List<String> translationProblems(String html, String language, Optional<String> english) {
        List<String> problems = new ArrayList<>();
        String said = Letters.language(Jsoup.parse(html));
        if (!said.equals(language)) {
            problems.add("<html> says lang=\"" + said + "\", its file name says " + language);
        }
        if (english.isEmpty()) {
            problems.add("there is no English letter with its key");
            return problems;
        }
        try {
            Map<String, LetterContract.Value> values = LetterContract.of(html).values();
            Map<String, LetterContract.Value> asked =
                    LetterContract.of(english.get()).values();
            asked.forEach((name, value) -> {
                LetterContract.Value here = values.get(name);
                if (here == null) {
                    problems.add("its data comment lacks '" + name + "', which the English letter lists");
                } else if (!here.asks(value)) {
                    problems.add("it lists '" + name + "' with another kind or need than the English letter");
                }
            });
            values.keySet().stream()
                    .filter(name -> !asked.containsKey(name))
                    .forEach(name -> problems.add("it lists '" + name + "', which the English letter does not"));
        } catch (IllegalArgumentException unreadable) {
            // Each letter is judged by itself, and that names what cannot be read.
            return problems;
        }
        return problems;
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
