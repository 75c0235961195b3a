package org.muniflow.casework.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.law.Citation;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a module's {@code law/readings.yaml}: a list of readings with plain values. */
final class ReadingFile {

    static final String PATH = "law/readings.yaml";

    private static final Pattern ID = Pattern.compile("[AX]-\\d{2,3}");
    private static final Set<String> FIELDS =
            Set.of("id", "title", "question", "reading", "cites", "setting", "rules", "clocks", "processes");

    private final Consumer<String> problems;
    private final Set<String> seen = new HashSet<>();

    private ReadingFile(Consumer<String> problems) {
        this.problems = problems;
    }

    static List<Reading> read(byte[] yaml, Consumer<String> problems) {
        return new ReadingFile(problems).readings(yaml);
    }

    private List<Reading> readings(byte[] yaml) {
        Object read;
        try {
            read = new Yaml(new SafeConstructor(new LoaderOptions())).load(new String(yaml, StandardCharsets.UTF_8));
        } catch (YAMLException unreadable) {
            problems.accept(PATH + " is no YAML: "
                    + String.valueOf(unreadable.getMessage())
                            .lines()
                            .findFirst()
                            .orElse(""));
            return List.of();
        }
        if (!(read instanceof List<?> entries)) {
            problems.accept(PATH + " is a list of readings; begin each with '- id: A-01'");
            return List.of();
        }
        List<Reading> readings = new ArrayList<>();
        for (Object entry : entries) {
            if (entry instanceof Map<?, ?> fields) {
                Reading reading = reading(fields);
                if (reading != null) {
                    readings.add(reading);
                }
            } else {
                problems.accept(PATH + ": '" + entry + "' is no reading; write '- id: A-01' and its fields below");
            }
        }
        return readings;
    }

    private @Nullable Reading reading(Map<?, ?> fields) {
        String id = text(fields, "id");
        if (!ID.matcher(id).matches()) {
            problems.accept(PATH + ": '" + id + "' is no id of a reading; write it as A-01 or X-01");
            return null;
        }
        if (!seen.add(id)) {
            problems.accept(PATH + ": reading " + id + " is there twice");
        }
        for (Object field : fields.keySet()) {
            if (!FIELDS.contains(String.valueOf(field))) {
                problems.accept(PATH + ", " + id + ": there is no field '" + field + "'");
            }
        }
        for (String field : List.of("title", "question", "reading", "cites")) {
            if (text(fields, field).isBlank()) {
                problems.accept(PATH + ", " + id + ": the field '" + field + "' is missing");
            }
        }
        for (String cite : text(fields, "cites").split(";")) {
            try {
                Citation.parse(cite.strip());
            } catch (IllegalArgumentException wrong) {
                problems.accept(PATH + ", " + id + ": " + wrong.getMessage());
            }
        }
        String setting = text(fields, "setting");
        return new Reading(
                id,
                text(fields, "title"),
                text(fields, "question"),
                text(fields, "reading"),
                text(fields, "cites"),
                setting.isBlank() ? null : setting,
                list(fields, "rules"),
                list(fields, "clocks"),
                list(fields, "processes"));
    }

    private static String text(Map<?, ?> fields, String field) {
        Object value = fields.get(field);
        return value == null ? "" : value.toString().strip();
    }

    private List<String> list(Map<?, ?> fields, String field) {
        Object value = fields.get(field);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        problems.accept(PATH + ", " + text(fields, "id") + ": '" + field + "' is a list; write [R-100, R-101]");
        return List.of();
    }
}
