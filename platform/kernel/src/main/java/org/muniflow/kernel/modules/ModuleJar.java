package org.muniflow.kernel.modules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The files of a module's jar, except its classes; read once, so that the jar can go while a page is being drawn. */
final class ModuleJar {

    private final Map<String, byte[]> files;

    private ModuleJar(Map<String, byte[]> files) {
        this.files = files;
    }

    static ModuleJar read(Path jar) {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (!entry.isDirectory() && !entry.getName().endsWith(".class")) {
                    try (InputStream content = zip.getInputStream(entry)) {
                        files.put(entry.getName(), content.readAllBytes());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + jar.getFileName(), e);
        }
        return new ModuleJar(files);
    }

    Optional<byte[]> file(String path) {
        return Optional.ofNullable(files.get(path)).map(byte[]::clone);
    }

    List<String> under(String folder) {
        return files.keySet().stream().filter(path -> path.startsWith(folder)).toList();
    }
}
