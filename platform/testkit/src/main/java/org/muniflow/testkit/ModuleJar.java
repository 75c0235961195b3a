package org.muniflow.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes a module's jar for tests that run before the build packs the real one. */
public final class ModuleJar {

    private ModuleJar() {}

    /**
     * Packs a module's compiled classes and resources into a jar, as the build does.
     *
     * @param classes the module's {@code target/classes}, which holds its models and its {@code META-INF/MANIFEST.MF}
     * @return the jar, a temporary file
     * @throws IllegalStateException when the folder has no manifest; the message says how to get one
     */
    public static Path pack(Path classes) {
        Path manifestFile = classes.resolve("META-INF/MANIFEST.MF");
        if (!Files.isRegularFile(manifestFile)) {
            throw new IllegalStateException(
                    "No manifest in " + classes + "; the module's POM writes it in the process-classes phase");
        }
        try (InputStream in = Files.newInputStream(manifestFile)) {
            return pack(classes, new Manifest(in));
        } catch (IOException e) {
            throw new UncheckedIOException("The module in " + classes + " could not be packed", e);
        }
    }

    /** Packs a folder with another manifest than the one in it. */
    static Path pack(Path classes, Manifest manifest) throws IOException {
        Path jar = Files.createTempFile("module-", ".jar");
        jar.toFile().deleteOnExit();
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            zip.putNextEntry(entry(JarFile.MANIFEST_NAME));
            manifest.write(zip);
            zip.closeEntry();
            List<Path> sorted = files.filter(Files::isRegularFile)
                    .filter(file -> !file.equals(classes.resolve(JarFile.MANIFEST_NAME)))
                    .sorted()
                    .toList();
            for (Path file : sorted) {
                zip.putNextEntry(entry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
        return jar;
    }

    // A fixed time keeps the bytes, and so the module's hash, the same for the same content.
    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        return entry;
    }

    /**
     * Finds the jar that the build packed.
     *
     * @param target the module's {@code target} folder
     * @param artifact the artifact's name, with which the jar's name begins
     * @return the jar
     * @throws IllegalStateException when there is none; the message says to run the package phase
     */
    public static Path built(Path target, String artifact) {
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().startsWith(artifact))
                    .filter(file -> file.getFileName().toString().matches(".*\\d(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No " + artifact + " jar in " + target
                            + "; run 'mvn package' first, or these tests in the verify phase"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
