package org.muniflow.kernel.modules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.muniflow.kernel.spi.ModuleState;

/** The modules' jars on this node, fetched from the table when they are needed. */
final class JarFiles {

    private final Path folder;
    private final ModuleTable table;
    private final Map<String, ModuleManifest> manifests = new ConcurrentHashMap<>();

    JarFiles(Path folder, ModuleTable table) {
        this.folder = folder;
        this.table = table;
    }

    Path folder() {
        return folder;
    }

    /** Returns the jar's file. */
    Path file(ModuleState module) {
        Path file = path(module);
        if (Files.exists(file)) {
            return file;
        }
        byte[] content = table.jar(module.id());
        if (!sha256(content).equals(module.sha256())) {
            throw new IllegalStateException("The stored jar of " + module.id()
                    + " is damaged: its content does not have the stored SHA-256; install it again");
        }
        try {
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /** Returns what the jar's manifest says. */
    ModuleManifest manifest(ModuleState module) {
        return manifests.computeIfAbsent(module.sha256(), hash -> {
            boolean runs = Files.exists(path(module));
            Path file = file(module);
            try {
                return ModuleManifest.read(file);
            } finally {
                if (!runs) {
                    delete(file);
                }
            }
        });
    }

    private Path path(ModuleState module) {
        return folder.resolve(module.id() + "-" + module.sha256().substring(0, 12) + ".jar");
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + file, e);
        }
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void delete() throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
