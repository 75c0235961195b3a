package org.muniflow.civilrights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.muniflow.kernel.guard.ModelLint;

class ModelStyleTest {

    @Test
    void theDepartmentsModelsKeepTheCitysRules() throws IOException {
        Path models = Path.of(System.getProperty("muniflow.root"), "bpmn", "civil-rights");
        try (var catalogue = getClass().getResourceAsStream("/META-INF/muniflow/catalogue.json")) {
            ModelLint lint = ModelLint.of(models, catalogue.readAllBytes());
            assertThat(lint.findings()).isEmpty();
            assertThat(lint.warnings()).isEmpty();
        }
    }
}
