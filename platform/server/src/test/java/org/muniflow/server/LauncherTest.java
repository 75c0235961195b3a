package org.muniflow.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher says in one clear sentence what is missing, and does nothing then. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {

    private static final Path LAUNCHER = Path.of(System.getProperty("muniflow.root", "../.."))
            .toAbsolutePath()
            .normalize()
            .resolve("muniflow");

    @TempDir
    private Path folder;

    private record Said(int code, String text) {}

    private Said run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/bin/bash", LAUNCHER.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("JAVA_HOME");
        builder.environment().putAll(environment);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), text);
    }

    private void fake(String program, String output) throws IOException {
        Path script = Files.writeString(folder.resolve(program), "#!/bin/bash\necho '" + output + "'\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void helpNamesEveryVerb() throws Exception {
        Said said = run(Map.of(), "--help");
        assertThat(said.code()).isZero();
        assertThat(said.text())
                .contains("demo", "start", "stop", "status", "--port", "--data", "--fresh")
                .contains(
                        "module VERB",
                        "new NAME",
                        "install JAR",
                        "stop | start",
                        "activate | drain",
                        "retire | uninstall",
                        "journal verify",
                        "documents verify",
                        "backup FILE",
                        "restore FILE",
                        "muniflow move");
        assertThat(run(Map.of()).text()).isEqualTo(said.text());
    }

    @Test
    void anUnknownVerbOrOptionIsNamed() throws Exception {
        assertThat(run(Map.of(), "dance").text()).isEqualTo("muniflow: 'dance' is not known; see ./muniflow --help.\n");
        assertThat(run(Map.of(), "start", "--loud").text()).contains("'--loud' is not known");
    }

    @Test
    void missingJavaIsSaidInOneSentence() throws Exception {
        Said said = run(Map.of("PATH", folder.toString()), "demo");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text()).isEqualTo("muniflow: Java is missing; install a JDK 17 or newer, or set JAVA_HOME.\n");
    }

    @Test
    void tooOldJavaIsSaidInOneSentence() throws Exception {
        fake("java", "openjdk version \"11.0.2\" 2019-01-15");
        Said said = run(Map.of("PATH", folder.toString()), "start");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text())
                .isEqualTo("muniflow: Java 11.0.2 is too old; install a JDK 17 or newer, or set JAVA_HOME.\n");
    }

    @Test
    void aTakenPortIsSaidInOneSentence() throws Exception {
        fake("java", "openjdk version \"17.0.15\" 2025-04-15");
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = String.valueOf(socket.getLocalPort());
            Said said = run(
                    Map.of("PATH", folder.toString()),
                    "start",
                    "--port",
                    port,
                    "--data",
                    folder.resolve("d").toString());
            assertThat(said.code()).isEqualTo(1);
            assertThat(said.text())
                    .isEqualTo("muniflow: Port " + port
                            + " is taken by another program; stop that, or choose another with --port.\n");
        }
    }

    @Test
    void aPortThatIsNoneIsRefused() throws Exception {
        fake("java", "openjdk version \"17.0.15\" 2025-04-15");
        assertThat(run(Map.of("PATH", folder.toString()), "demo", "--port", "many")
                        .text())
                .contains("'many' is no port");
    }

    @Test
    void whatDoesNotRunIsNotStoppedAndHasAStatus() throws Exception {
        String data = folder.resolve("none").toString();
        assertThat(run(Map.of(), "status", "--data", data).code()).isEqualTo(3);
        assertThat(run(Map.of(), "stop", "--data", data).text()).contains("does not run");
    }

    @Test
    void modulesOfACityThatDoesNotRunAreNotToBeHad() throws Exception {
        String data = folder.resolve("none").toString();
        Said said = run(Map.of(), "module", "list", "--data", data);
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.text()).startsWith("muniflow: Muniflow does not run with the data in " + data);
    }

    @Test
    void theJournalOfACityThatDoesNotRunIsNotToBeHad() throws Exception {
        String data = folder.resolve("none").toString();
        assertThat(run(Map.of(), "journal", "verify", "--data", data).code()).isEqualTo(3);
        assertThat(run(Map.of(), "journal", "seal").text())
                .isEqualTo("muniflow: Say ./muniflow journal verify [ANCHOR]\n");
    }

    @Test
    void whatIsToBeSavedOrRestoredMustBeSaid() throws Exception {
        assertThat(run(Map.of(), "backup").text()).isEqualTo("muniflow: Say ./muniflow backup FILE [--data DIR]\n");
        assertThat(run(Map.of(), "restore").code()).isEqualTo(2);
        assertThat(run(Map.of("MUNIFLOW_DB_URL", ""), "move").text()).contains("Say where to: set MUNIFLOW_DB_URL");
    }

    @Test
    void whatIsToBeDoneWithModulesMustBeSaid() throws Exception {
        assertThat(run(Map.of(), "module").text())
                .isEqualTo("muniflow: Say what to do with modules; see ./muniflow --help.\n");
        assertThat(run(Map.of(), "module", "list", "--port", "many").text()).contains("'many' is no port");
        assertThat(run(Map.of(), "start", "now").text()).contains("'now' is not known");
        assertThat(run(Map.of(), "module", "new").text()).contains("./muniflow module new street-trees");
        assertThat(run(Map.of(), "module", "new", "civil-rights").text()).contains("There is already");
    }
}
