package org.muniflow.casework.notice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.muniflow.casework.notice.LetterContract.Value;

/**
 * Data to show a letter with: what the letter itself prints where a value stands ({@code <span th:text="${receivedOn}">January
 * 2, 2026</span>}), as a browser shows it that opens the file.
 */
final class LetterSample {

    private static final Pattern PRINTED = Pattern.compile("\\$\\{(\\w+)(?:\\.(\\w+))?}");
    private static final Pattern EACH = Pattern.compile("(\\w+)\\s*:\\s*\\$\\{(\\w+)}");
    private static final Pattern WORDS = Pattern.compile("\\b([A-Z]{2,}(?:, [A-Z]{2,})*) or ([A-Z]{2,})\\b");
    private static final LocalDate SOME_DAY = LocalDate.of(2026, 1, 2);
    private static final List<DateTimeFormatter> DAYS = List.of(
            DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US),
            DateTimeFormatter.ofPattern("d 'de' MMMM 'de' yyyy", Locale.forLanguageTag("es-US")));

    private final Document page;

    private LetterSample(Document page) {
        this.page = page;
    }

    /**
     * Makes sample data.
     *
     * @param html the letter
     * @param contract its contract
     * @return a value for every name that the contract lists
     */
    static Map<String, Object> of(String html, LetterContract contract) {
        LetterSample sample = new LetterSample(Jsoup.parse(html));
        Map<String, Object> data = new LinkedHashMap<>();
        contract.values().forEach((name, value) -> data.put(name, sample.value(name, value, contract)));
        return data;
    }

    /**
     * Returns the words among which a text value chooses.
     *
     * @param name the value
     * @param contract the letter's contract
     * @return for example {@code CITY}, {@code UCP} and {@code NONE}; empty when any text will do
     */
    static List<String> choices(String name, LetterContract contract) {
        Value value = contract.values().get(name);
        Matcher words = WORDS.matcher(value == null ? "" : value.about());
        return words.find() ? List.of((words.group(1) + ", " + words.group(2)).split(", ", -1)) : List.of();
    }

    private Object value(String name, Value value, LetterContract contract) {
        String shown = shown(name);
        return switch (value.kind()) {
            case TEXT -> text(name, value, shown, contract);
            case DATE -> day(shown);
            case NUMBER -> number(shown);
            case YES_NO -> true;
            case LIST -> List.of(entry(name, value));
        };
    }

    private static String text(String name, Value value, String shown, LetterContract contract) {
        List<String> choices = choices(name, contract);
        if (!choices.isEmpty()) {
            return choices.get(0);
        }
        return shown.isEmpty() ? filler(name, value) : shown;
    }

    private Object entry(String list, Value value) {
        for (Element row : page.select("[th:each]")) {
            Matcher each = EACH.matcher(row.attr("th:each"));
            if (each.find() && each.group(2).equals(list)) {
                return entryOf(row, each.group(1), filler(list, value));
            }
        }
        return filler(list, value);
    }

    private static Object entryOf(Element row, String variable, String filler) {
        Map<String, String> parts = new LinkedHashMap<>();
        String whole = "";
        for (Element element : row.getAllElements()) {
            Matcher printed = PRINTED.matcher(element.attr("th:text"));
            if (printed.matches() && printed.group(1).equals(variable)) {
                String part = printed.group(2);
                if (part == null) {
                    whole = element.text();
                } else {
                    parts.put(part, element.text());
                }
            }
        }
        if (!parts.isEmpty()) {
            return parts;
        }
        return whole.isEmpty() ? filler : whole;
    }

    private String shown(String name) {
        return page.getAllElements().stream()
                .filter(element -> element.attr("th:text").equals("${" + name + "}"))
                .map(Element::text)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    private static LocalDate day(String shown) {
        for (DateTimeFormatter form : DAYS) {
            try {
                return LocalDate.parse(shown, form);
            } catch (DateTimeParseException other) {
                continue;
            }
        }
        return SOME_DAY;
    }

    private static BigDecimal number(String shown) {
        String digits = shown.replaceAll("[^0-9.]", "");
        return digits.matches("\\d+(\\.\\d+)?") ? new BigDecimal(digits) : BigDecimal.ONE;
    }

    private static String filler(String name, Value value) {
        return value.about().isEmpty() ? name : value.about();
    }
}
