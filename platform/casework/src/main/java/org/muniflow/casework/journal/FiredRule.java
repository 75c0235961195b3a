package org.muniflow.casework.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An answer of a rule or decision table in a case's step, for people.
 *
 * @param rule the rule's id or the table's key
 * @param title what it decides; empty if not known
 * @param outcome its answer in words; empty for a table, whose rows say it
 * @param cites the sections of law; empty if none
 * @param module the version that answered; empty if not known
 * @param elementId the step; null if not known
 * @param at when it answered
 * @param reasons the reasons, or the rows that fired
 * @param inputs what was asked, in words
 * @param inputsTooLong whether what was asked was too long to be kept
 * @param confidentialUnder the section that keeps inputs and the reasons' sentences from those who only read the case; null if
 *     none
 */
public record FiredRule(
        String rule,
        String title,
        String outcome,
        String cites,
        String module,
        @Nullable String elementId,
        OffsetDateTime at,
        List<Why> reasons,
        List<Input> inputs,
        boolean inputsTooLong,
        @Nullable String confidentialUnder) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Copies the lists. */
    public FiredRule {
        reasons = List.copyOf(reasons);
        inputs = List.copyOf(inputs);
    }

    /**
     * A reason, or a row that fired.
     *
     * @param code the reason's code or the row's id
     * @param text the sentence; empty if none
     * @param cites the section; empty if none
     */
    public record Why(String code, String text, String cites) {}

    /**
     * Something that was asked.
     *
     * @param name what, in words
     * @param value its value
     */
    public record Input(String name, String value) {}

    /**
     * Reads a line of the journal.
     *
     * @param line a line of a rule
     * @return the answer; of a line without detail, what its sentence says
     */
    public static FiredRule of(JournalEntry line) {
        JsonNode detail = read(line.detail());
        List<Why> reasons = new ArrayList<>();
        detail.path("fired")
                .forEach(row -> reasons.add(new Why(
                        row.path("row").asText(),
                        row.path("text").asText(),
                        row.path("cites").asText())));
        List<Input> inputs = new ArrayList<>();
        detail.path("inputs").fields().forEachRemaining(input -> add(words(input.getKey()), input.getValue(), inputs));
        return new FiredRule(
                detail.path("rule").asText(line.what()),
                detail.path("title").asText(),
                words(detail.path("outcome").asText()),
                line.cites(),
                detail.path("module").asText(),
                line.elementId(),
                line.writtenAt(),
                reasons,
                inputs,
                detail.path("inputsTooLong").asBoolean(),
                detail.path("confidentialUnder").isTextual()
                        ? detail.path("confidentialUnder").asText()
                        : null);
    }

    private static JsonNode read(@Nullable String detail) {
        try {
            return detail == null ? JSON.createObjectNode() : JSON.readTree(detail);
        } catch (JsonProcessingException broken) {
            return JSON.createObjectNode();
        }
    }

    private static void add(String name, JsonNode value, List<Input> inputs) {
        if (value.isObject()) {
            value.fields()
                    .forEachRemaining(inner -> add(
                            name + ", " + words(inner.getKey()).toLowerCase(Locale.ROOT), inner.getValue(), inputs));
        } else if (value.isArray() && value.isEmpty()) {
            inputs.add(new Input(name, "none"));
        } else if (value.isArray()) {
            for (int place = 0; place < value.size(); place++) {
                add(value.size() == 1 ? name : name + " " + (place + 1), value.get(place), inputs);
            }
        } else {
            inputs.add(new Input(name, plain(value)));
        }
    }

    private static String plain(JsonNode value) {
        return switch (value.asText()) {
            case "true" -> "yes";
            case "false" -> "no";
            case "null", "" -> "not stated";
            default -> value.asText();
        };
    }

    private static String words(String name) {
        if (name.isEmpty()) {
            return name;
        }
        String spaced =
                name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replace('_', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }
}
