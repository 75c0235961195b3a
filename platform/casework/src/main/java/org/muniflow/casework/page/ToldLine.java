package org.muniflow.casework.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniflow.casework.journal.CaseAccount;
import org.muniflow.casework.journal.FiredRule;
import org.muniflow.casework.journal.JournalEntry;
import org.muniflow.casework.journal.JournalEntry.Kind;

/**
 * A line of the journal as its page shows it.
 *
 * @param entry the line
 * @param told the line with its seal
 * @param rule the rule that answered; null for other lines
 * @param changes the fields that changed; empty for other lines and for whom values are not shown
 */
record ToldLine(
        JournalEntry entry, CaseAccount.Told told, @Nullable FiredRule rule, List<Change> changes) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A field that changed.
     *
     * @param field its name in words
     * @param from its value before
     * @param to its value after
     */
    record Change(String field, String from, String to) {}

    static ToldLine of(CaseAccount.Told told, boolean values) {
        JournalEntry entry = told.entry();
        return new ToldLine(
                entry,
                told,
                entry.kind() == Kind.RULE ? FiredRule.of(entry) : null,
                values && entry.kind() == Kind.CHANGED ? changes(entry.detail()) : List.of());
    }

    /** How the line stands to its seal, for people. */
    public String proof() {
        return switch (told.proof()) {
            case SEALED -> "As sealed";
            case WAITING -> "Waits for its seal";
            case CHANGED -> "Not as it was sealed";
        };
    }

    private static List<Change> changes(@Nullable String detail) {
        List<Change> changes = new ArrayList<>();
        if (detail == null) {
            return changes;
        }
        try {
            for (JsonNode field : JSON.readTree(detail).path("fields")) {
                changes.add(new Change(
                        FormShape.words(field.path("name").asText()),
                        text(field.path("from")),
                        text(field.path("to"))));
            }
        } catch (JsonProcessingException broken) {
            return List.of();
        }
        return changes;
    }

    private static String text(JsonNode value) {
        return value.isNull() || value.isMissingNode() || value.asText().isEmpty() ? "empty" : value.asText();
    }
}
