package org.muniflow.api.catalogue;

import java.util.List;

/** Just enough JSON for an annotation processor, which must bring no library onto its users' processor path. */
final class Json {

    private Json() {}

    static String object(String... keysAndValues) {
        StringBuilder out = new StringBuilder("{");
        for (int i = 0; i < keysAndValues.length; i += 2) {
            out.append(i == 0 ? "" : ", ")
                    .append(text(keysAndValues[i]))
                    .append(": ")
                    .append(keysAndValues[i + 1]);
        }
        return out.append('}').toString();
    }

    static String array(List<String> values) {
        return "[" + String.join(", ", values) + "]";
    }

    static String text(String value) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : value.toCharArray()) {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> out.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return out.append('"').toString();
    }
}
