package org.muniflow.kernel.spi;

import java.util.Comparator;
import org.pf4j.DefaultVersionManager;
import org.pf4j.VersionManager;

/**
 * One version of a module. Ids are ordered by name, then by semantic version: {@code 1.9.0} comes before {@code 1.10.0}.
 *
 * @param name the module's name in kebab-case, for example {@code civil-rights}
 * @param version the semantic version, for example {@code 1.0.0}
 */
public record ModuleId(String name, String version) implements Comparable<ModuleId> {

    private static final VersionManager VERSIONS = new DefaultVersionManager();
    // The text decides last, so that the order agrees with equals: build metadata makes no semantic difference.
    private static final Comparator<ModuleId> ORDER = Comparator.comparing(ModuleId::name)
            .thenComparing(ModuleId::version, VERSIONS::compareVersions)
            .thenComparing(ModuleId::version);

    /**
     * Reads an id.
     *
     * @param text name and version with {@code @} between them, for example {@code civil-rights@1.0.0}
     * @return the id
     * @throws IllegalArgumentException when the text has no name or no version
     */
    public static ModuleId parse(String text) {
        int at = text.indexOf('@');
        if (at < 1 || at == text.length() - 1) {
            throw new IllegalArgumentException("'" + text + "' is no module version such as 'civil-rights@1.0.0'");
        }
        return new ModuleId(text.substring(0, at), text.substring(at + 1));
    }

    @Override
    public int compareTo(ModuleId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return name + "@" + version;
    }
}
