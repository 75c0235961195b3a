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

    private final City city;
    private final TemplateEngine frame = frame();

    Letters(City city) {
        this.city = city;
    }

    /**
     * Renders a notice's page.
     *
     * @param sender the module whose letter it is
     * @param notice the notice
     * @param today the date of the letter
     * @return the whole page, ready for {@link LetterPdf}
     * @throws IllegalArgumentException when the letter is unknown or a value is missing or of another kind; the message
     *     names case, letter and every such value
     */
    Document render(Sender sender, Notice notice, LocalDate today) {
        String where = "Case " + notice.caseNumber() + ", letter " + notice.letterKey();
        String html = sender.letter(notice.letterKey())
                .orElseThrow(() -> new IllegalArgumentException(
                        where + ": module " + sender.module().name() + " "
                                + sender.module().version() + " has no file letters/" + notice.letterKey() + ".html"));
        List<String> problems = contract(where, html).problems(notice.data());
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(where + ": " + String.join("; ", problems));
        }
        Map<String, Object> values = supplied(sender, notice, today);
        notice.data().forEach((name, value) -> {
            // An optional value may be given as null instead of being left out.
            if (value != null) {
                values.put(name, plain(where, name, value));
            }
        });
        Document letter = Jsoup.parse(process(where, sender.templates(), html, values));
        Map<String, Object> framed = supplied(sender, notice, today);
        framed.put("lang", letter.getElementsByTag("html").attr("lang"));
        framed.put("subject", letter.title());
        framed.put("cites", notice.cites());
        framed.put("certified", notice.channel() == Notice.Channel.CERTIFIED_MAIL);
        framed.put("body", letter.body().html());
        return Jsoup.parse(process(where, frame, "letter/frame", framed));
    }

    private Map<String, Object> supplied(Sender sender, Notice notice, LocalDate today) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("caseNumber", notice.caseNumber());
        values.put("today", new PrintedDate(today));
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

    private static String process(String where, TemplateEngine engine, String template, Map<String, Object> values) {
        try {
            return engine.process(template, new Context(Locale.US, values));
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
    private static Object plain(String where, String name, Object value) {
        if (value instanceof LocalDate date) {
            return new PrintedDate(date);
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
            list.forEach(entry -> copy.add(plain(where, name, entry)));
            return copy;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, entry) -> copy.put(String.valueOf(key), plain(where, name + "." + key, entry)));
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
     * @param letters the letters' text by key
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

        Optional<String> letter(String key) {
            return key.matches("[a-z][a-z0-9-]*") ? letters.apply(key) : Optional.empty();
        }
    }
}
