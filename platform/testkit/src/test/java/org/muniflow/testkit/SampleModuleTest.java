package org.muniflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniflow.kernel.guard.ModelLint;

class SampleModuleTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"1.0.0", "2.0.0"})
    void itsModelsKeepTheCitysRulesAndStyle(String version) throws IOException {
        Map<String, byte[]> models = new TreeMap<>();
        byte[] catalogue = {};
        try (JarFile jar =
                new JarFile(SampleModule.version(version).into(folder).toFile())) {
            for (JarEntry entry : jar.stream().toList()) {
                byte[] content = jar.getInputStream(entry).readAllBytes();
                if (entry.getName().startsWith("bpmn/")) {
                    models.put(entry.getName().substring("bpmn/".length()), content);
                } else if (entry.getName().endsWith("catalogue.json")) {
                    catalogue = content;
                }
            }
        }

        ModelLint lint = ModelLint.of(models, catalogue);

        assertThat(models).containsKey(SampleModule.PROCESS + ".bpmn");
        assertThat(lint.findings()).isEmpty();
        assertThat(lint.warnings()).isEmpty();
    }

    @Test
    void theSameVersionAlwaysGivesTheSameBytes() throws IOException {
        byte[] first = Files.readAllBytes(SampleModule.version("1.0.0").into(folder));
        byte[] again = Files.readAllBytes(SampleModule.version("1.0.0").into(folder));

        assertThat(again).isEqualTo(first);
    }

    @Test
    void aVersionMayBeGivenAnotherNumber() throws IOException {
        Path jar = SampleModule.version("1.0.0").as("1.0.7").into(folder);

        try (JarFile opened = new JarFile(jar.toFile())) {
            assertThat(opened.getManifest().getMainAttributes().getValue("Plugin-Version"))
                    .isEqualTo("1.0.7");
        }
        assertThat(jar).hasFileName("sample-permits-1.0.7.jar");
    }
}
