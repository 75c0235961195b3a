package org.muniflow.samplepermits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.muniflow.kernel.guard.ModelLint;

class ModelStyleTest {

    @Test
    void theDepartmentsModelsKeepTheCitysRules() throws Exception {
        byte[] catalogue = Files.readAllBytes(Path.of("target/classes/META-INF/muniflow/catalogue.json"));

        ModelLint lint = ModelLint.of(Path.of("../../bpmn/sample-permits"), catalogue);

        assertThat(lint.findings()).isEmpty();
        assertThat(lint.warnings()).isEmpty();
    }
}
