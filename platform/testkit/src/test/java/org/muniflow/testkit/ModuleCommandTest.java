package org.muniflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.server.operator.ModuleCommand;

/** What {@code ./muniflow module} prints, and how it ends. */
class ModuleCommandTest {

    private static final Map<String, String> ADMIN =
            Map.of("MUNIFLOW_USER", "admin", "MUNIFLOW_PASSWORD", City.ADMIN_PASSWORD);

    private static City city;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        city = City.opening().open();
    }

    @AfterAll
    static void close() {
        city.close();
    }

    private record Said(int exit, String out, String errors) {}

    private static Said run(int port, Map<String, String> environment, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        List<String> arguments = new ArrayList<>(List.of(String.valueOf(port)));
        arguments.addAll(List.of(words));
        int exit = ModuleCommand.run(arguments, environment, printer(out), printer(errors));
        return new Said(exit, out.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream printer(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static Said done(String... words) {
        Said said = run(city.port(), ADMIN, words);
        assertThat(said.exit()).as(said.errors()).isZero();
        return said;
    }

    private static Said refused(int exit, String... words) {
        Said said = run(city.port(), ADMIN, words);
        assertThat(said.exit()).as(said.out() + said.errors()).isEqualTo(exit);
        assertThat(said.errors()).startsWith("muniflow: ");
        return said;
    }

    private String jar(String version) {
        return SampleModule.version(version).into(folder).toString();
    }

    @Test
    void anOperatorTakesAModuleThroughItsWholeLife() {
        assertThat(done("list").out()).contains("No module is installed");
        assertThat(done("install", jar("1.0.0")).out()).isEqualTo("sample-permits@1.0.0 is ACTIVE.\n");
        SampleCase begun = SampleCase.requested(city, 2);
        city.runDueJobs();
        done("install", jar("2.0.0"));
        assertThat(done("install", jar("1.0.0")).out())
                .isEqualTo("sample-permits@1.0.0 is installed already; it is DRAINING.\n");

        assertThat(done("list").out().lines().map(line -> line.replaceAll(" +", " ")))
                .anyMatch(line -> line.startsWith("sample-permits 2.0.0 ACTIVE"))
                .anyMatch(line -> line.startsWith("sample-permits 1.0.0 DRAINING"));
        assertThat(done("needs", "sample-permits@1.0.0").out())
                .contains("may not retire yet:\n  - ")
                .contains(begun.number());
        assertThat(refused(2, "stop", "sample-permits").errors())
                .contains("2.0.0 (ACTIVE), 1.0.0 (DRAINING)", "./muniflow module stop sample-permits@2.0.0");
        assertThat(done("stop", "sample-permits@1.0.0").out()).contains("STOPPED");
        // Only one version is stopped, so that one is meant.
        assertThat(done("start", "sample-permits").out()).isEqualTo("sample-permits@1.0.0 is DRAINING.\n");
        assertThat(refused(1, "retire", "sample-permits").errors())
                .contains("Refused, for ")
                .contains("  - 1 case is open");
        assertThat(done("activate", "sample-permits").out()).isEqualTo("sample-permits@1.0.0 is ACTIVE.\n");
        done("drain", "sample-permits@1.0.0");
        done("retire", "sample-permits@2.0.0");
        assertThat(done("uninstall", "sample-permits@2.0.0").out()).contains("is uninstalled; its records stay");
        assertThat(done("needs", "sample-permits").out()).contains("sample-permits@1.0.0");
        assertThat(done("changes").out())
                .contains("uninstall", "refused: ")
                .as("in the city's time")
                .contains(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm")
                        .format(ZonedDateTime.now(city.bean(Clock.class))));
    }

    @Test
    void whatIsWrongIsSaidInOneSentenceAndAnExitCode() throws IOException {
        Path text = Files.writeString(folder.resolve("letter.jar"), "Dear Sir or Madam");

        assertThat(refused(2, "dance").errors())
                .isEqualTo("muniflow: 'module dance' is not known; see ./muniflow --help.\n");
        assertThat(refused(2, "stop").errors()).contains("./muniflow module stop NAME[@VERSION]");
        assertThat(refused(2, "list", "all").errors()).contains("takes nothing more");
        assertThat(refused(2, "install", folder.resolve("none.jar").toString()).errors())
                .contains("There is no file");
        assertThat(refused(1, "install", text.toString()).errors()).contains("letter.jar");
        assertThat(refused(1, "stop", "no-such").errors()).contains("No module no-such is installed");
        assertThat(run(city.port(), Map.of("MUNIFLOW_PASSWORD", "wrong"), "list"))
                .satisfies(said -> {
                    assertThat(said.exit()).isEqualTo(4);
                    assertThat(said.errors()).contains("wrong").doesNotContain("Exception");
                });
        assertThat(run(city.port(), Map.of(), "list").exit()).isEqualTo(4);
    }

    @Test
    void onlyAdministratorsMay() {
        Person clerk = city.person("lee", SampleModule.CLERKS);

        Said said =
                run(city.port(), Map.of("MUNIFLOW_USER", clerk.id(), "MUNIFLOW_PASSWORD", clerk.password()), "list");

        assertThat(said.exit()).isEqualTo(4);
        assertThat(said.errors()).contains("Only administrators");
    }

    @Test
    void aServerThatDoesNotAnswerIsSaid() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        Said said = run(free, ADMIN, "list");

        assertThat(said.exit()).isEqualTo(3);
        assertThat(said.errors()).contains("does not answer", "./muniflow start");
    }
}
