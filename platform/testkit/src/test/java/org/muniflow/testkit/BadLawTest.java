package org.muniflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniflow.kernel.spi.ModuleOperations;
import org.muniflow.kernel.spi.ModuleRefused;
import org.muniflow.kernel.spi.ModuleState.State;
import org.muniflow.kernel.spi.Modules;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A department whose law tables or letters are wrong does not start in a whole city, and leaves nothing in it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadLawTest {

    private City city;

    @BeforeAll
    void open() {
        city = City.opening().open();
    }

    @AfterAll
    void close() {
        city.close();
    }

    @ParameterizedTest(name = "{0}: {1} becomes {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    bpmn/sample-permits-clocks.dmn  | "FORWARD"    | "SOMETIMES"   | SOMETIMES
                    bpmn/sample-permits-clocks.dmn  | "C-SAMP-2"   | "C-SAMP-9"    | C-SAMP-2
                    bpmn/sample-permits-numbers.dmn | >12<         | >many<        | samplePermits.feePerDay
                    letters/permit.html             | ${applicant} | ${nobody.name} | nobody
                    """)
    void wrongLawIsRefusedInWordsAndLeavesNothing(
            String file, String from, String to, String words, @TempDir Path folder) throws IOException {
        List<Object> before = state();
        Path jar = SampleModule.version("1.0.0").into(folder);
        try (FileSystem inside = FileSystems.newFileSystem(jar)) {
            Path changed = inside.getPath(file);
            String text = Files.readString(changed);
            assertThat(text).contains(from);
            Files.writeString(changed, text.replace(from, to));
        }

        ModuleRefused refused = catchThrowableOfType(
                ModuleRefused.class, () -> city.bean(ModuleOperations.class).install(jar, "admin"));

        assertThat(refused).isNotNull();
        assertThat(refused.problems()).anySatisfy(problem -> assertThat(problem).contains(words));
        assertThat(refused.problems()).allSatisfy(problem -> assertThat(problem).doesNotContain("\tat ", "Exception"));
        assertThat(city.bean(Modules.class).states())
                .allSatisfy(module -> assertThat(module.state()).isEqualTo(State.FAILED));
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void whatTheCityIsAskedLaterShowsNoTraceOfIt() {
        assertThat(city.admin().get("/api/rules").json()).isEmpty();
        assertThat(city.admin().get("/api/clocks").json()).isEmpty();
        assertThat(city.visitor()
                        .post("/api/applications/" + SampleModule.PROCESS, "{}")
                        .status())
                .isEqualTo(404);
    }

    private List<Object> state() {
        JdbcClient jdbc = JdbcClient.create(city.bean(DataSource.class));
        return List.of(
                city.engine().getRepositoryService().createDeploymentQuery().orderByDeploymentId().asc().list().stream()
                        .map(deployment -> deployment.getId())
                        .toList(),
                city.engine().getManagementService().getRegisteredDeployments(),
                city.bean(Modules.class).active(),
                jdbc.sql("select schema_name from information_schema.schemata order by schema_name")
                        .query(String.class)
                        .list(),
                jdbc.sql("select count(*) from muniflow.module_deployment")
                        .query(Integer.class)
                        .single());
    }
}
