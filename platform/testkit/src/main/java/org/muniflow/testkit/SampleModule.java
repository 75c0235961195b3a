package org.muniflow.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The sample department {@code sample-permits}, compiled and packed from its source tree in {@code
 * platform/testkit/sample}. Version 1.0.0 is whole, and what {@code ./muniflow module new} generates; the folder of 2.0.0
 * holds only what it changes: a schema that grows, a model with one more task, a delegate that does more, an amended fee.
 */
public final class SampleModule {

    /** The module's name. */
    public static final String NAME = "sample-permits";

    /** The key of its process and of its public door. */
    public static final String PROCESS = "sample-permits-request";

    /** The group of those who decide. */
    public static final String CLERKS = "sample-permits-clerk";

    private static final String FIRST = "1.0.0";
    private static final String SOURCES = "module/src/main/java/";
    private static final String RESOURCES = "module/src/main/resources/";
    private static final String LETTERS = "bpmn/letters/";
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final Map<String, Path> BUILT = new ConcurrentHashMap<>();

    private final String tree;
    private final String version;

    private SampleModule(String tree, String version) {
        this.tree = tree;
        this.version = version;
    }

    /**
     * Chooses a version.
     *
     * @param version {@code 1.0.0} or {@code 2.0.0}
     * @return the version
     */
    public static SampleModule version(String version) {
        return new SampleModule(version, version);
    }

    /**
     * Gives the same content another version number, for tests that need many versions.
     *
     * @param other the version of the jar
     * @return the same module under that version
     */
    public SampleModule as(String other) {
        return new SampleModule(tree, other);
    }

    /**
     * Packs the jar. The same version always gives the same bytes.
     *
     * @param folder where to put it
     * @return the jar
     * @throws IllegalStateException when the sources do not compile
     */
    public Path into(Path folder) {
        Path classes = BUILT.computeIfAbsent(tree, SampleModule::built);
        try {
            Path packed = ModuleJar.pack(classes, manifest(classes));
            return Files.move(
                    packed, folder.resolve(NAME + "-" + version + ".jar"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The sample module could not be packed into " + folder, e);
        }
    }

    private Manifest manifest(Path classes) throws IOException {
        try (InputStream in = Files.newInputStream(classes.resolve(MANIFEST))) {
            Manifest manifest = new Manifest(in);
            manifest.getMainAttributes().put(new Attributes.Name("Plugin-Version"), version);
            return manifest;
        }
    }

    /** The folder with the trees of all versions. */
    static Path sources() {
        return Path.of(System.getProperty("muniflow.root", "../.."))
                .toAbsolutePath()
                .normalize()
                .resolve("platform/testkit/sample");
    }

    private static Path built(String tree) {
        try {
            Map<String, Path> files = new TreeMap<>(files(sources().resolve(FIRST)));
            if (!tree.equals(FIRST)) {
                files.putAll(files(sources().resolve(tree)));
            }
            Path classes = Files.createTempDirectory("sample-" + tree + "-");
            List<Path> java = new ArrayList<>();
            for (Map.Entry<String, Path> file : files.entrySet()) {
                String path = file.getKey();
                if (path.startsWith(SOURCES)) {
                    java.add(file.getValue());
                } else if (path.startsWith(RESOURCES)) {
                    copy(file.getValue(), classes.resolve(path.substring(RESOURCES.length())));
                } else if (path.startsWith(LETTERS)) {
                    copy(file.getValue(), classes.resolve(path.substring("bpmn/".length())));
                } else if (path.startsWith("bpmn/")) {
                    copy(file.getValue(), classes.resolve(path));
                }
            }
            compile(java, classes);
            return classes;
        } catch (IOException e) {
            throw new UncheckedIOException("The sample module " + tree + " could not be built from " + sources(), e);
        }
    }

    private static Map<String, Path> files(Path root) throws IOException {
        try (Stream<Path> found = Files.walk(root)) {
            Map<String, Path> files = new TreeMap<>();
            found.filter(Files::isRegularFile)
                    .forEach(file -> files.put(root.relativize(file).toString().replace('\\', '/'), file));
            return files;
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }

    private static void compile(List<Path> sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean done = compiler.getTask(
                            said,
                            files,
                            null,
                            List.of(
                                    "-parameters",
                                    "--release",
                                    "17",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    "-processor",
                                    "org.muniflow.api.catalogue.CatalogueProcessor",
                                    "-d",
                                    classes.toString()),
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!done) {
                throw new IllegalStateException("The sample module does not compile:\n" + said);
            }
        }
    }
}
