package org.muniflow.casework.notice;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.muniflow.api.casework.Notice;
import org.muniflow.kernel.spi.ModuleId;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateEngineException;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** Makes a letter's page: the module's text in the city's frame. */
final class Letters {

    static final String LANGUAGE = "[a-z]{2,3}";

    private final City city;
    private final TemplateEngine frame = frame();

    Letters(City city) {
        this.city = city;
    }

    /**
     * Renders a notice's page, in the notice's language or, where the module has no such text, in English.
     *
     * @param sender the module whose letter it is
     * @param notice the notice
     * @param today the date of the letter
     * @return the whole page, ready for {@link LetterPdf}; its {@code lang} is the language of its text
     * @throws IllegalArgumentException when the letter is unknown or a value is missing or of another kind; the message
     *     names case, letter and every such value
     */
    Document render(Sender sender, Notice notice, LocalDate today) {
        Document letter = text(sender, notice, today);
        String language = language(letter);
        Map<String, Object> framed = supplied(sender, notice, today, language);
        framed.put("lang", language);
        framed.put("words", FrameWords.of(language));
        framed.put("subject", letter.title());
        framed.put("cites", notice.cites());
        framed.put("certified", notice.channel() == Notice.Channel.CERTIFIED_MAIL);
        framed.put("body", letter.body().html());
        return Jsoup.parse(process(where(notice), frame, "letter/frame", language, framed));
    }

    /** Renders the module's text alone, without the city's frame; see {@link #render}. */
    Document text(Sender sender, Notice notice, LocalDate today) {
        String where = where(notice);
        String html = sender.letter(notice.letterKey(), notice.language())
                .or(() -> sender.letter(notice.letterKey(), Notice.ENGLISH))
                .orElseThrow(() -> new IllegalArgumentException(
                        where + ": module " + sender.module().name() + " "
                                + sender.module().version() + " has no file letters/" + notice.letterKey() + ".html"));
        List<String> problems = contract(where, html).problems(notice.data());
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(where + ": " + String.join("; ", problems));
        }
        String language = language(Jsoup.parse(html));
        Map<String, Object> values = supplied(sender, notice, today, language);
        notice.data().forEach((name, value) -> {
            // An optional value may be given as null instead of being left out.
            if (value != null) {
                values.put(name, plain(where, name, value, language));
            }
        });
        return Jsoup.parse(process(where, sender.templates(), html, language, values));
    }

    /** Renders one of the platform's own sheets, such as the address page. */
    Document sheet(String template, Map<String, Object> values) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.put("city", city.forLetters(""));
        return Jsoup.parse(process("Sheet " + template, frame, template, Notice.ENGLISH, all));
    }

    /** Returns the language that a page says it is in. */
    static String language(Document page) {
        return page.getElementsByTag("html").attr("lang");
    }

    private static String where(Notice notice) {
        return "Case " + notice.caseNumber() + ", letter " + notice.letterKey();
    }

    private Map<String, Object> supplied(Sender sender, Notice notice, LocalDate today, String language) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("caseNumber", notice.caseNumber());
        values.put("today", new PrintedDate(today, language));
        values.put(
                "to", Map.of("name", notice.to().name(), "address", notice.to().address()));
        values.put("city", city.forLetters(sender.department()));
        return values;
    }

    private static LetterContract contract(String where, String html) {
        try {
            return LetterContract.of(html);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + ": " + e.getMessage(), e);
        }
    }

    private static String process(
            String where, TemplateEngine engine, String template, String language, Map<String, Object> values) {
        try {
            return engine.process(
                    template,
                    new Context(
                            new Locale.Builder()
                                    .setLanguage(language)
                                    .setRegion("US")
                                    .build(),
                            values));
        } catch (TemplateEngineException e) {
            throw new IllegalArgumentException(where + ": the letter cannot be rendered: " + e.getMessage(), e);
        }
    }

    /** Makes the template engine of one module version, to be forgotten with it. */
    static TemplateEngine templates() {
        StringTemplateResolver resolver = new StringTemplateResolver();
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCacheable(true);
        return engine(resolver);
    }

    private static TemplateEngine frame() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(Letters.class.getClassLoader());
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        resolver.setCacheable(true);
        return engine(resolver);
    }

    private static TemplateEngine engine(org.thymeleaf.templateresolver.ITemplateResolver resolver) {
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }

    /** Copies a value as plain data, so that no type of a module reaches the platform's caches. */
    private static Object plain(String where, String name, Object value, String language) {
        if (value instanceof LocalDate date) {
            return new PrintedDate(date, language);
        }
        if (value instanceof String
                || value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || value instanceof BigDecimal) {
            return value;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(entry -> copy.add(plain(where, name, entry, language)));
            return copy;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, entry) -> copy.put(String.valueOf(key), plain(where, name + "." + key, entry, language)));
            return copy;
        }
        throw new IllegalArgumentException(where + ": '" + name
                + "' is neither text, number, boolean, date, list nor map of these; pass plain values");
    }

    /**
     * The module version that sends.
     *
     * @param module the version
     * @param department the department's name on the letterhead
     * @param prefixes the module's processes' keys by the prefix of their case numbers
     * @param letters the letters' text by file name without extension: {@code denial}, {@code denial.es}
     * @param templates the version's own template engine
     */
    record Sender(
            ModuleId module,
            String department,
            Map<String, String> prefixes,
            Function<String, Optional<String>> letters,
            TemplateEngine templates) {

        /**
         * Returns the process of a case.
         *
         * @throws IllegalArgumentException when the number is none of this module's
         */
        String processOf(String caseNumber) {
            String prefix = caseNumber.substring(0, Math.max(caseNumber.indexOf('-'), 0));
            String process = prefixes.get(prefix);
            if (process == null) {
                throw new IllegalArgumentException("Case " + caseNumber + " is not a case of module " + module.name()
                        + ", which sends the letter");
            }
            return process;
        }

        /** Returns a letter's text in a language, or empty when the module has none. */
        Optional<String> letter(String key, String language) {
            if (!key.matches("[a-z][a-z0-9-]*") || !language.matches(LANGUAGE)) {
                return Optional.empty();
            }
            return letters.apply(language.equals(Notice.ENGLISH) ? key : key + "." + language);
        }
    }
}
