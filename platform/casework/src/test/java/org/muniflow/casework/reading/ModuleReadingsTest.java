package org.muniflow.casework.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.muniflow.api.module.ProcessDeclaration;
import org.muniflow.casework.OneModule;
import org.muniflow.kernel.spi.ModuleId;

class ModuleReadingsTest {

    private static final String GOOD = """
            - id: A-22
              title: Until when an application may be withdrawn
              question: Open
              reading: Until the audit starts
              cites: KCMO Code § 3-461(h)
              clocks: [C-122]
              processes: [certification]
            - id: A-01
              title: First
              question: Open
              reading: So
              cites: KCMO Code § 3-461; RSMo § 1.040
              setting: first=1
              processes: [certification]
            """;

    private final ModuleReadings readings = new ModuleReadings();

    private static OneModule module(String version, String yaml) {
        return new OneModule(
                new ModuleId("civil-rights", version),
                List.of(new ProcessDeclaration("certification", "CERT", "Certification", "applicationId", null)),
                Map.of(
                        "law/readings.yaml", yaml.getBytes(StandardCharsets.UTF_8),
                        "bpmn/civil-rights-clocks.dmn",
                                "<text>\"C-122\"</text> (reading A-22)".getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> problems(String yaml) {
        List<String> problems = new ArrayList<>();
        readings.check(module("1.0.0", yaml), problems::add);
        return problems;
    }

    @Test
    void theReadingsOfTheVersionThatSpeaksAreListedInOrder() {
        assertThat(problems(GOOD)).isEmpty();
        readings.speaks(module("1.0.0", GOOD));
        readings.speaks(module("2.0.0", GOOD.replace("title: First", "title: Other")));
        readings.stopped(module("1.0.0", GOOD));
        assertThat(readings.all()).hasSize(1);
        assertThat(readings.all().get(0).readings()).extracting(Reading::id).containsExactly("A-01", "A-22");
        assertThat(readings.find("civil-rights", "A-01").orElseThrow().title()).isEqualTo("Other");
        assertThat(readings.find("civil-rights", "A-01").orElseThrow().setting())
                .isEqualTo("first=1");
        assertThat(readings.find("civil-rights", "A-99")).isEmpty();
        readings.stopped(module("2.0.0", GOOD));
        assertThat(readings.all()).isEmpty();
    }

    @Test
    void everyProblemIsNamedWithItsReading() {
        assertThat(problems(
                        GOOD.replace("[C-122]", "[C-999]").replace("cites: KCMO Code § 3-461(h)", "cites: somewhere")))
                .anyMatch(problem -> problem.contains("A-22: the module has no clock C-999"))
                .anyMatch(problem -> problem.contains("A-22: Not a citation: 'somewhere'"));
        assertThat(problems(GOOD.replace("A-01", "A-22")))
                .anyMatch(problem -> problem.contains("reading A-22 is there twice"));
        assertThat(problems(GOOD.replace("id: A-22", "id: Z-22")))
                .anyMatch(problem -> problem.contains("'Z-22' is no id of a reading"))
                .anyMatch(problem -> problem.equals("bpmn/civil-rights-clocks.dmn names the reading A-22, which"
                        + " law/readings.yaml does not explain"));
        assertThat(problems(GOOD.replace("setting:", "settings:").replace("question: Open", "question:")))
                .anyMatch(problem -> problem.contains("A-01: there is no field 'settings'"))
                .anyMatch(problem -> problem.contains("A-22: the field 'question' is missing"));
        assertThat(problems(GOOD.replace("[certification]", "[permits]")))
                .anyMatch(problem -> problem.contains("the module has no process permits"));
        assertThat(problems("readings")).first().asString().contains("is a list of readings");
        assertThat(problems("- id: [")).first().asString().contains("is no YAML");
        assertThat(problems("- id: A-22\n  rules: R-1\n")).anyMatch(problem -> problem.contains("'rules' is a list"));
    }
}
