package org.muniflow.casework.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.spi.Ruling;

/** Writes what a rule answered, and from what, as the detail of a line. */
final class RulingDetail {

    private static final ObjectMapper JSON = new ObjectMapper();

    private RulingDetail() {}

    /** Writes the answer. What was asked is left out, and this said, where it is too long for a line: the answer is not. */
    static String write(Ruling ruling) {
        ObjectNode detail = JSON.createObjectNode();
        detail.put("rule", ruling.rule());
        if (!ruling.title().isBlank()) {
            detail.put("title", ruling.title());
        }
        detail.put("module", ruling.module().toString());
        if (!ruling.outcome().isEmpty()) {
            detail.put("outcome", ruling.outcome());
        }
        if (!ruling.cites().isEmpty()) {
            detail.put("cites", ruling.cites());
        }
        if (ruling.confidentialUnder() != null) {
            detail.put("confidentialUnder", ruling.confidentialUnder());
        }
        ArrayNode fired = detail.putArray("fired");
        ruling.fired().forEach(row -> {
            ObjectNode one = fired.addObject().put("row", row.row());
            if (!row.text().isEmpty()) {
                one.put("text", row.text());
            }
            one.put("cites", row.cites());
        });
        detail.set("inputs", node(ruling.inputs()));
        String whole = detail.toString();
        if (whole.length() > CaseJournal.LONGEST_DETAIL) {
            detail.remove("inputs");
            detail.put("inputsTooLong", true);
            return detail.toString();
        }
        return whole;
    }

    private static JsonNode node(@Nullable Object value) {
        if (value == null) {
            return JSON.nullNode();
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode node = JSON.createObjectNode();
            map.forEach((name, inner) -> node.set(String.valueOf(name), node(inner)));
            return node;
        }
        if (value instanceof Collection<?> list) {
            ArrayNode node = JSON.createArrayNode();
            list.forEach(inner -> node.add(node(inner)));
            return node;
        }
        return JSON.getNodeFactory().textNode(String.valueOf(value));
    }
}
