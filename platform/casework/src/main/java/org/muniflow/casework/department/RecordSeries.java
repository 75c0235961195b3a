package org.muniflow.casework.department;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A series of records that the city keeps equally long: the ended cases of some processes. The module names it; how long it
 * is kept and by what authority is for the city to set.
 *
 * @param id the id, unique in the city
 * @param title what it holds, in plain words
 * @param processes the keys of its processes
 */
public record RecordSeries(String id, String title, List<String> processes) {

    static final String PATH = "law/retention.yaml";

    /** Copies the list. */
    public RecordSeries {
        processes = List.copyOf(processes);
    }

    /** Reads a module's {@code law/retention.yaml}: a list of series with id, title and processes. */
    static List<RecordSeries> read(byte[] yaml, Consumer<String> problems) {
        List<RecordSeries> all = new ArrayList<>();
        try {
            Object read =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(new String(yaml, StandardCharsets.UTF_8));
            if (read instanceof List<?> entries) {
                for (Object entry : entries) {
                    if (entry instanceof Map<?, ?> fields
                            && fields.get("id") instanceof String id
                            && id.matches("[a-z][a-z0-9-]{0,199}")
                            && fields.get("title") instanceof String title
                            && fields.get("processes") instanceof List<?> processes) {
                        all.add(new RecordSeries(
                                id,
                                title,
                                processes.stream().map(String::valueOf).toList()));
                    } else {
                        problems.accept(
                                PATH + ": '" + entry
                                        + "' is no series; each has an id of lower-case letters, a title and a list of processes");
                    }
                }
            } else {
                problems.accept(PATH + " is a list of series; begin each with '- id: certification-cases'");
            }
        } catch (YAMLException unreadable) {
            problems.accept(PATH + " is no YAML; begin each series with '- id: certification-cases'");
        }
        return all;
    }
}
