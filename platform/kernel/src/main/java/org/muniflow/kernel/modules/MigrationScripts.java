package org.muniflow.kernel.modules;

import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * The migrations of a module's jar.
 *
 * @param jar the jar
 */
record MigrationScripts(ModuleJar jar) implements ResourceProvider {

    private static final String FOLDER = "db/migration/";
    private static final Pattern VERSIONED = Pattern.compile("V\\d+([._]\\d+)*__\\w+\\.sql");

    boolean none() {
        return jar.under(FOLDER).isEmpty();
    }

    /**
     * Looks for files that are no plain migration. Versions of a module run side by side on one schema, so that whatever runs
     * again at each start, such as repeatable migrations and callbacks, would let each start of one undo the other's.
     *
     * @return one sentence per file
     */
    List<String> problems() {
        return jar.under(FOLDER).stream()
                .filter(path ->
                        !VERSIONED.matcher(path.substring(FOLDER.length())).matches())
                .map(path -> path + " is no migration that runs once; name it like V3__add_weight.sql, directly in "
                        + FOLDER + ".")
                .toList();
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        String path = name.startsWith(FOLDER) ? name : FOLDER + name;
        return jar.file(path).map(content -> new Script(path, content)).orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return jar.under(FOLDER).stream()
                .filter(path -> fileName(path).startsWith(prefix)
                        && Arrays.stream(suffixes).anyMatch(path::endsWith))
                .<LoadableResource>map(path -> new Script(path, jar.file(path).orElseThrow()))
                .toList();
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static final class Script extends LoadableResource {

        private final String path;
        private final byte[] content;

        Script(String path, byte[] content) {
            this.path = path;
            this.content = content;
        }

        @Override
        public Reader read() {
            return new StringReader(new String(content, StandardCharsets.UTF_8));
        }

        @Override
        public String getAbsolutePath() {
            return path;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return path;
        }

        @Override
        public String getFilename() {
            return fileName(path);
        }

        @Override
        public String getRelativePath() {
            return fileName(path);
        }
    }
}
