package org.muniflow.kernel.modules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleRefused;
import org.pf4j.DefaultVersionManager;
import org.pf4j.VersionManager;

/**
 * What a jar's manifest says of the module.
 *
 * @param name the module's name
 * @param version its semantic version
 * @param requires the range of platform API versions that it was made for
 * @param provides the keys of its processes
 * @param requirements what it needs of other modules
 * @param moduleClass the class that declares the module
 */
record ModuleManifest(
        String name,
        String version,
        String requires,
        Set<String> provides,
        List<Requirement> requirements,
        String moduleClass) {

    /** The version of the platform's API that this kernel implements. */
    static final String API_VERSION = "1.0.0";

    static final VersionManager VERSIONS = new DefaultVersionManager();

    // The module's schema has its name, and PostgreSQL cuts names after 63 characters.
    private static final int LONGEST_NAME = 60;

    private static final int LONGEST_VERSION = 60;

    // Schemas that are not a department's.
    private static final Set<String> RESERVED = Set.of("muniflow", "public", "information-schema");

    private static final String NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    /**
     * Returns the id under which this version runs beside others.
     *
     * @return name and version, for example {@code civil-rights@1.0.0}
     */
    String id() {
        return name + "@" + version;
    }

    ModuleId moduleId() {
        return new ModuleId(name, version);
    }

    /**
     * Reads and checks a manifest.
     *
     * @param jar the module's jar
     * @return the manifest
     * @throws ModuleRefused when the file is no jar or its manifest is incomplete or wrong; names every problem
     */
    static ModuleManifest read(Path jar) {
        String file = String.valueOf(jar.getFileName());
        Manifest manifest;
        try (JarFile opened = new JarFile(jar.toFile())) {
            manifest = opened.getManifest();
        } catch (IOException e) {
            throw new ModuleRefused(
                    file, "The jar's manifest is not readable (" + e.getMessage() + "); build it again.", e);
        }
        if (manifest == null) {
            throw new ModuleRefused(file, List.of("The jar has no META-INF/MANIFEST.MF; pack it with one."));
        }
        return new Reader(manifest.getMainAttributes()).read(file);
    }

    private record Reader(Attributes attributes, List<String> problems) {

        Reader(Attributes attributes) {
            this(attributes, new ArrayList<>());
        }

        ModuleManifest read(String file) {
            String name = required("Plugin-Id");
            String version = required("Plugin-Version");
            String requires = required("Plugin-Requires");
            String provides = required("Provide-Process");
            String moduleClass = required("Module-Class");
            check(
                    name.isEmpty() || name.matches(NAME),
                    "Plugin-Id '" + name + "' is no name in kebab-case such as 'civil-rights'.");
            check(
                    version.isEmpty() || isVersion(version),
                    "Plugin-Version '" + version + "' is no semantic version such as '1.0.0'.");
            check(
                    name.length() <= LONGEST_NAME && version.length() <= LONGEST_VERSION,
                    "Plugin-Id may have " + LONGEST_NAME + " characters, Plugin-Version " + LONGEST_VERSION
                            + "; shorten them.");
            check(
                    !RESERVED.contains(name) && !name.startsWith("pg-"),
                    "Plugin-Id '" + name + "' is a name of the database or the platform; choose another.");
            check(
                    attributes.getValue(Attributes.Name.CLASS_PATH) == null,
                    "The manifest has a Class-Path, which would load classes from outside the jar; leave it out.");
            checkRequires(requires);
            Set<String> keys = Stream.of(provides.split(","))
                    .map(String::strip)
                    .filter(key -> !key.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
            List<Requirement> requirements = Requirement.read(attributes::getValue, keys, problems::add);
            if (!problems.isEmpty()) {
                throw new ModuleRefused(file, problems);
            }
            return new ModuleManifest(name, version, requires, keys, requirements, moduleClass);
        }

        private String required(String attribute) {
            String value = attributes.getValue(attribute);
            check(value != null && !value.isBlank(), "The manifest lacks the attribute " + attribute + ".");
            return value == null ? "" : value.strip();
        }

        private void checkRequires(String requires) {
            if (requires.isEmpty()) {
                return;
            }
            Optional<Boolean> fits = tried(() -> VERSIONS.checkVersionConstraint(API_VERSION, requires));
            check(fits.isPresent(), "Plugin-Requires '" + requires + "' is no range such as '>=1.0.0 & <2.0.0'.");
            check(
                    fits.orElse(true),
                    "The module requires platform API " + requires + ", this platform has " + API_VERSION
                            + "; install a version made for it.");
        }

        private static boolean isVersion(String version) {
            return tried(() -> VERSIONS.compareVersions(version, version)).isPresent();
        }

        private void check(boolean holds, String problem) {
            if (!holds) {
                problems.add(problem);
            }
        }

        // The version library throws several unrelated exceptions for text that it cannot parse.
        private static <T> Optional<T> tried(java.util.function.Supplier<T> attempt) {
            try {
                return Optional.of(attempt.get());
            } catch (RuntimeException e) {
                return Optional.empty();
            }
        }
    }
}
