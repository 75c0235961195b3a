package org.muniflow.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.ToolProvider;

/** Compiles and packs a small department that stands in a test. The first class is the module's own. */
final class SourceJar {

    private final String name;
    private final String version;
    private final String process;
    private final Map<String, String> java = new TreeMap<>();
    private final Map<String, String> files = new TreeMap<>();
    private String moduleClass = "";

    private SourceJar(String name, String version, String process) {
        this.name = name;
        this.version = version;
        this.process = process;
    }

    static SourceJar of(String name, String version, String process) {
        return new SourceJar(name, version, process);
    }

    /** Adds a class by its path without ending. */
    SourceJar java(String path, String source) {
        if (moduleClass.isEmpty()) {
            moduleClass = path.replace('/', '.');
        }
        java.put(path + ".java", source);
        return this;
    }

    /** Adds any other file. */
    SourceJar file(String path, String content) {
        files.put(path, content);
        return this;
    }

    /** Packs the jar. */
    Path into(Path folder) {
        try {
            Path sources = Files.createTempDirectory(folder, "sources");
            Path classes = Files.createTempDirectory(folder, "classes");
            for (Map.Entry<String, String> source : java.entrySet()) {
                write(sources.resolve(source.getKey()), source.getValue());
            }
            compile(sources, classes);
            write(
                    classes.resolve("META-INF/MANIFEST.MF"),
                    "Manifest-Version: 1.0\nPlugin-Id: %s\nPlugin-Version: %s\nPlugin-Requires: >=1.0.0 & <2.0.0\nProvide-Process: %s\nModule-Class: %s\n"
                            .formatted(name, version, process, moduleClass));
            for (Map.Entry<String, String> file : files.entrySet()) {
                write(classes.resolve(file.getKey()), file.getValue());
            }
            return Files.move(
                    ModuleJar.pack(classes),
                    Files.createTempDirectory(folder, "jar").resolve(name + ".jar"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compile(Path sources, Path classes) {
        List<String> arguments = new ArrayList<>(List.of(
                "-parameters",
                "--release",
                "17",
                "-cp",
                System.getProperty("java.class.path"),
                "-processor",
                "org.muniflow.api.catalogue.CatalogueProcessor",
                "-d",
                classes.toString()));
        java.keySet().forEach(path -> arguments.add(sources.resolve(path).toString()));
        int failed = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (failed != 0) {
            throw new IllegalStateException("The module does not compile");
        }
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
