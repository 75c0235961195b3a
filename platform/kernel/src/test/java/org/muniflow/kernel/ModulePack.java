package org.muniflow.kernel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles and packs a module's jar on the fly. */
public final class ModulePack {

    private static final Pattern TYPE = Pattern.compile("(?:class|record|enum|interface)\\s+(\\w+)");
    private static final Pattern PACKAGE = Pattern.compile("package\\s+([\\w.]+);");

    private final Map<String, String> manifest = new LinkedHashMap<>();
    private final Map<String, String> files = new TreeMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();

    public static ModulePack named(String name, String version) {
        return new ModulePack()
                .manifest("Plugin-Id", name)
                .manifest("Plugin-Version", version)
                .manifest("Plugin-Requires", ">=1.0.0 & <2.0.0");
    }

    /**
     * The sample department of the testkit's source tree, which the kernel cannot depend on; a later version is 1.0.0 with
     * its own files laid over it.
     */
    public static ModulePack sample(String version) {
        Path trees = Path.of(System.getProperty("muniflow.root", "../.."), "platform", "testkit", "sample");
        ModulePack pack = new ModulePack().tree(trees.resolve("1.0.0"));
        return version.equals("1.0.0") ? pack : pack.tree(trees.resolve(version));
    }

    private ModulePack tree(Path root) {
        try (Stream<Path> found = Files.walk(root)) {
            for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
                String path = root.relativize(file).toString().replace('\\', '/');
                if (path.equals("module/src/main/resources/META-INF/MANIFEST.MF")) {
                    new Manifest(new ByteArrayInputStream(Files.readAllBytes(file)))
                            .getMainAttributes()
                            .forEach((name, value) -> manifest(name.toString(), value.toString()));
                } else if (path.startsWith("module/src/main/java/")) {
                    sources.put(path.substring("module/src/main/java/".length()), Files.readString(file));
                } else if (path.startsWith("module/src/main/resources/")) {
                    file(path.substring("module/src/main/resources/".length()), Files.readString(file));
                } else if (path.startsWith("bpmn/letters/")) {
                    file(path.substring("bpmn/".length()), Files.readString(file));
                } else if (path.startsWith("bpmn/")) {
                    file(path, Files.readString(file));
                }
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ModulePack manifest(String attribute, String value) {
        manifest.put(attribute, value);
        return this;
    }

    public ModulePack without(String attribute) {
        manifest.remove(attribute);
        return this;
    }

    public ModulePack java(String source) {
        sources.put(first(PACKAGE, source).replace('.', '/') + "/" + first(TYPE, source) + ".java", source);
        return this;
    }

    public ModulePack file(String path, String content) {
        files.put(path, content);
        return this;
    }

    public ModulePack withoutFile(String path) {
        files.remove(path);
        return this;
    }

    /** Writes the jar into a folder. */
    public Path into(Path folder) {
        try {
            Path classes = compiled(Files.createTempDirectory(folder, "classes"));
            Path jar = Files.createTempFile(folder, manifest.getOrDefault("Plugin-Id", "module"), ".jar");
            Manifest written = new Manifest();
            written.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
            manifest.forEach(written.getMainAttributes()::putValue);
            try (OutputStream out = Files.newOutputStream(jar);
                    ZipOutputStream packed = new ZipOutputStream(out);
                    Stream<Path> built = Files.walk(classes)) {
                packed.putNextEntry(entry("META-INF/MANIFEST.MF"));
                written.write(packed);
                for (Path file : built.filter(Files::isRegularFile).sorted().toList()) {
                    packed.putNextEntry(entry(classes.relativize(file).toString()));
                    packed.write(Files.readAllBytes(file));
                }
                for (Map.Entry<String, String> file : files.entrySet()) {
                    packed.putNextEntry(entry(file.getKey()));
                    packed.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                }
            }
            return jar;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        // The same module gives the same bytes.
        entry.setTime(0);
        return entry;
    }

    private Path compiled(Path folder) throws IOException {
        if (sources.isEmpty()) {
            return folder;
        }
        Path output = Files.createDirectory(folder.resolve("out"));
        List<String> arguments = new ArrayList<>(List.of(
                "-parameters",
                "--release",
                "17",
                "-cp",
                System.getProperty("java.class.path"),
                "-processor",
                "org.muniflow.api.catalogue.CatalogueProcessor",
                "-d",
                output.toString()));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve(source.getKey());
            Files.createDirectories(file.getParent());
            arguments.add(Files.writeString(file, source.getValue()).toString());
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("The module does not compile");
        }
        return output;
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalArgumentException("No " + pattern + " in " + text);
        }
        return matcher.group(1);
    }
}
