package org.muniflow.kernel.spi;

/**
 * One version of a module.
 *
 * @param name the module's name in kebab-case, for example {@code civil-rights}
 * @param version the semantic version, for example {@code 1.0.0}
 */
public record ModuleId(String name, String version) {

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
    public String toString() {
        return name + "@" + version;
    }
}
