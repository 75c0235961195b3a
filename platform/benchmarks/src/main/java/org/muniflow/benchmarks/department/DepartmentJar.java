package org.muniflow.benchmarks.department;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Packs one of the departments, in any version, into a jar that a city installs. */
public final class DepartmentJar {

    private static final String PACKAGE = "org/muniflow/benchmarks/department/";
    private static final String LETTER = "letters/objection-decision.html";
    private static final String CATALOGUE = "META-INF/muniflow/catalogue.json";

    private final String name;
    private final Class<?> moduleClass;
    private final Map<String, byte[]> models;

    private DepartmentJar(String name, Class<?> moduleClass, Map<String, byte[]> models) {
        this.name = name;
        this.moduleClass = moduleClass;
        this.models = models;
    }

    /**
     * Returns the measured department.
     *
     * @return refunds, with the processes {@code refund}, {@code objection} and {@code statement-run}
     */
    public static DepartmentJar refunds() {
        Map<String, byte[]> models = new LinkedHashMap<>();
        for (String file : List.of("refund.bpmn", "objection.bpmn", "statement-run.bpmn", "refunds-clocks.dmn")) {
            models.put(file, read("department/" + file));
        }
        return new DepartmentJar("refunds", Refunds.class, models);
    }

    /**
     * Returns the department beside it.
     *
     * @return permits, whose process {@code permit} is drawn like {@code refund}
     */
    public static DepartmentJar permits() {
        String refund = new String(read("department/refund.bpmn"), StandardCharsets.UTF_8);
        String permit =
                refund.replace("process id=\"refund\" name=\"Refund\"", "process id=\"permit\" name=\"Permit\"");
        return new DepartmentJar(
                "permits", Permits.class, Map.of("permit.bpmn", permit.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Returns the department with slow steps.
     *
     * @return archive, with the process {@code filing}
     */
    public static DepartmentJar archive() {
        return new DepartmentJar("archive", Archive.class, Map.of("filing.bpmn", read("department/filing.bpmn")));
    }

    /**
     * Returns the department's name.
     *
     * @return the name, which its jar carries as {@code Plugin-Id}
     */
    public String name() {
        return name;
    }

    /**
     * Returns the models, for an engine without modules.
     *
     * @return the files by name
     */
    public Map<String, byte[]> models() {
        return Map.copyOf(models);
    }

    /**
     * Packs a version.
     *
     * @param version its semantic version
     * @return the jar, a temporary file
     */
    public Path pack(String version) {
        try {
            Path jar = Files.createTempFile(name + "-" + version + "-", ".jar");
            jar.toFile().deleteOnExit();
            try (OutputStream file = Files.newOutputStream(jar);
                    JarOutputStream packed = new JarOutputStream(file, manifest(version))) {
                for (Resource type :
                        new PathMatchingResourcePatternResolver().getResources("classpath:" + PACKAGE + "*.class")) {
                    add(packed, PACKAGE + type.getFilename(), type.getContentAsByteArray());
                }
                add(packed, CATALOGUE, read(CATALOGUE));
                if (models.containsKey("objection.bpmn")) {
                    add(packed, LETTER, read("department/" + LETTER));
                }
                for (Map.Entry<String, byte[]> model : models.entrySet()) {
                    add(packed, "bpmn/" + model.getKey(), model.getValue());
                }
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException("The department " + name + " could not be packed", e);
        }
    }

    private Manifest manifest(String version) {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Plugin-Id", name);
        main.putValue("Plugin-Version", version);
        main.putValue("Plugin-Requires", ">=1.0.0 & <2.0.0");
        main.putValue(
                "Provide-Process",
                String.join(
                        ",",
                        models.keySet().stream()
                                .filter(file -> file.endsWith(".bpmn"))
                                .map(file -> file.substring(0, file.length() - ".bpmn".length()))
                                .toList()));
        main.putValue("Module-Class", moduleClass.getName());
        return manifest;
    }

    private static void add(JarOutputStream jar, String path, byte[] content) throws IOException {
        jar.putNextEntry(new ZipEntry(path));
        jar.write(content);
        jar.closeEntry();
    }

    private static byte[] read(String path) {
        ClassLoader loader = DepartmentJar.class.getClassLoader();
        try (InputStream in = loader.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is missing; compile platform/benchmarks again");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
