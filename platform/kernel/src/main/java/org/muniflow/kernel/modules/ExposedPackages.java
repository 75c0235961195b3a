package org.muniflow.kernel.modules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The parent of every module's class loader: the Java platform and the classes named in {@code exposed-packages.list},
 * nothing else. It offers none of the platform's own files.
 */
final class ExposedPackages extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader platform;
    private final List<String> prefixes;

    ExposedPackages() {
        super("exposed-packages", ClassLoader.getPlatformClassLoader());
        this.platform = ExposedPackages.class.getClassLoader();
        this.prefixes = read();
    }

    private static List<String> read() {
        try (InputStream list = Objects.requireNonNull(
                ExposedPackages.class.getResourceAsStream("/exposed-packages.list"), "exposed-packages.list")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (prefixes.stream().anyMatch(prefix -> exposes(prefix, name))) {
            return platform.loadClass(name);
        }
        throw new ClassNotFoundException(name + " is not exposed to modules (see exposed-packages.list)");
    }

    private static boolean exposes(String prefix, String name) {
        return prefix.endsWith(".") ? name.startsWith(prefix) : name.equals(prefix) || name.startsWith(prefix + "$");
    }
}
