package org.muniflow.casework.notice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.Notice;
import org.muniflow.api.casework.Notice.Addressee;
import org.muniflow.api.casework.Notice.Channel;
import org.muniflow.casework.notice.Letters.Sender;

/**
 * A letter on sample data.
 *
 * @param language its language
 * @param values what it asks for, in order
 * @param problems why it would be refused; empty when it can be sent
 * @param title its subject line
 * @param body its text as HTML; null when it would be refused
 * @param notice the notice that would be sent
 */
record LetterPreview(
        String language,
        List<Asked> values,
        List<String> problems,
        String title,
        @Nullable String body,
        Notice notice) {

    /**
     * A value that a letter asks for.
     *
     * @param name its name
     * @param kind what it is, in words
     * @param need when it is needed, in words
     * @param about what it means
     * @param sample what the preview prints
     * @param choices the words among which it chooses; empty for any text
     * @param given whether the preview gives it
     */
    record Asked(
            String name, String kind, String need, String about, String sample, List<String> choices, boolean given) {}

    /**
     * Makes a preview.
     *
     * @param letters renders
     * @param sender the module
     * @param key the letter
     * @param html its text in the language
     * @param language the language
     * @param without the values to leave out
     * @param chosen words chosen for values that choose among words
     * @param today the date of the letter
     * @return the preview
     */
    static LetterPreview of(
            Letters letters,
            Sender sender,
            String key,
            String html,
            String language,
            Set<String> without,
            Map<String, String> chosen,
            LocalDate today) {
        LetterContract contract = LetterContract.of(html);
        Map<String, Object> samples = LetterSample.of(html, contract);
        samples.replaceAll((name, sample) -> {
            String word = chosen.getOrDefault(name, "");
            return LetterSample.choices(name, contract).contains(word) ? word : sample;
        });
        Map<String, Object> data = new LinkedHashMap<>(samples);
        data.keySet().removeAll(without);
        List<String> problems = contract.problems(data);
        String title = org.jsoup.Jsoup.parse(html).title();
        Notice notice = notice(sender, key, title, language, data, today);
        Document page = problems.isEmpty() ? letters.text(sender, notice, today) : null;
        return new LetterPreview(
                language,
                asked(contract, samples, without),
                problems,
                title,
                page == null ? null : page.body().html(),
                notice);
    }

    private static List<Asked> asked(LetterContract contract, Map<String, Object> samples, Set<String> without) {
        List<Asked> asked = new ArrayList<>();
        contract.values()
                .forEach((name, value) -> asked.add(new Asked(
                        name,
                        value.kind().words(),
                        value.need().words(),
                        value.about(),
                        String.valueOf(samples.get(name)),
                        LetterSample.choices(name, contract),
                        !without.contains(name))));
        return asked;
    }

    private static Notice notice(
            Sender sender, String key, String title, String language, Map<String, ?> data, LocalDate today) {
        String prefix = sender.prefixes().keySet().stream().findFirst().orElse("CASE");
        return new Notice(
                prefix + "-" + today.getYear() + "-000000",
                key,
                title,
                Channel.MAIL,
                new Addressee("Sample Firm LLC", List.of("100 Sample Street", "Kansas City, MO 64106"), null),
                data,
                "",
                null,
                language);
    }
}
