package org.muniflow.kernel.modules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that a module needs of others.
 *
 * @param kind what it is
 * @param id its id in the city
 */
record Requirement(Kind kind, String id) {

    /** What a module may need of others. */
    enum Kind {
        PROCESS("process", "Require-Process", "[A-Za-z_][A-Za-z0-9_.-]*"),
        RULE("rule", "Require-Rule", "[A-Za-z0-9][A-Za-z0-9._-]*"),
        REGISTER("register", "Require-Register", "[a-z][a-z0-9]*(-[a-z0-9]+)*");

        private final String word;
        private final String attribute;
        private final Pattern ids;

        Kind(String word, String attribute, String ids) {
            this.word = word;
            this.attribute = attribute;
            this.ids = Pattern.compile(ids);
        }
    }

    /**
     * Reads the requirements of a manifest.
     *
     * @param attributes answers the value of an attribute; null when the manifest has none
     * @param own the keys of the module's own processes
     * @param problems takes one sentence per problem
     * @return the requirements, in the order of the manifest
     */
    static List<Requirement> read(
            Function<String, @Nullable String> attributes, Set<String> own, Consumer<String> problems) {
        List<Requirement> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            String value = attributes.apply(kind.attribute);
            if (value != null) {
                all.addAll(read(kind, value, own, problems));
            }
        }
        return List.copyOf(all);
    }

    private static Set<Requirement> read(Kind kind, String value, Set<String> own, Consumer<String> problems) {
        Set<Requirement> read = new LinkedHashSet<>();
        for (String part : value.split(",", -1)) {
            String id = part.strip();
            if (!kind.ids.matcher(id).matches()) {
                problems.accept(kind.attribute + " names '" + id + "', which is no id of a " + kind.word
                        + "; write the ids with commas between them, or leave the attribute out.");
            } else if (kind == Kind.PROCESS && own.contains(id)) {
                problems.accept(kind.attribute + " names " + id + ", which the module itself provides; leave it out.");
            } else if (!read.add(new Requirement(kind, id))) {
                problems.accept(kind.attribute + " names " + id + " twice; name it once.");
            }
        }
        return read;
    }

    @Override
    public String toString() {
        return kind.word + " " + id;
    }
}
