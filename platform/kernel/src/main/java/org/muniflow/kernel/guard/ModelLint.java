package org.muniflow.kernel.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Lints a department's models in the build: all that the deploy guard asks, and the style that makes a model readable
 * to the next analyst. A department's own test calls {@link #of} and asserts that {@link #findings} is empty.
 */
public final class ModelLint {

    private final List<Finding> findings;
    private final List<Finding> warnings;

    private ModelLint(List<Finding> findings, List<Finding> warnings) {
        this.findings = findings;
        this.warnings = warnings;
    }

    /**
     * Lints a folder.
     *
     * @param folder the department's folder under {@code bpmn/}
     * @param catalogue the bytes of the department's {@code META-INF/muniflow/catalogue.json}
     * @return the result
     * @throws UncheckedIOException when the folder cannot be read
     */
    public static ModelLint of(Path folder, byte[] catalogue) {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(String.valueOf(path.getFileName()), Files.readAllBytes(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the models in " + folder, e);
        }
        return of(files, catalogue);
    }

    /**
     * Lints files.
     *
     * @param files the models of one department by file name
     * @param catalogue the bytes of the department's catalogue
     * @return the result
     */
    public static ModelLint of(Map<String, byte[]> files, byte[] catalogue) {
        List<ModelRule> rules = new ArrayList<>(DeployRules.structure());
        rules.add(new OfferedNames());
        rules.addAll(StyleRules.all());
        City city = new OneDepartment(
                Models.keys(files), Catalogue.read("of this department", Set.of(), Optional.empty(), catalogue));
        return new ModelLint(
                DeployGuard.check(files, city, rules), DeployGuard.check(files, city, StyleRules.warnings()));
    }

    /**
     * Returns what must be mended.
     *
     * @return the findings, ordered by file and line; empty when all is well
     */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * Returns what should be looked at.
     *
     * @return the warnings, ordered by file and line; may be empty
     */
    public List<Finding> warnings() {
        return warnings;
    }

    private record OneDepartment(Set<ModelKey> keys, Offers offers) implements City {

        @Override
        public Optional<Offers> owner(ModelKey key) {
            return keys.contains(key) ? Optional.of(offers) : Optional.empty();
        }

        @Override
        public Optional<Offers> publisher() {
            return Optional.of(offers);
        }

        @Override
        public boolean takesCases(Offers module) {
            return true;
        }

        @Override
        public Optional<byte[]> model(String processKey) {
            return Optional.empty();
        }

        @Override
        public Set<String> callers(String processKey) {
            return Set.of();
        }

        @Override
        public Set<ModelKey> inOneFile(ModelKey key) {
            return Set.of();
        }

        @Override
        public Set<String> expressionNames() {
            return Set.of("clocks");
        }
    }
}
