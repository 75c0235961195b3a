package org.muniflow.civilrights.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as an operator uses it, on what the build has made: start, status, stop, start again. */
class LauncherIT {

    private static final Path ROOT = Path.of(System.getProperty("muniflow.root"));

    @TempDir
    Path data;

    private int port;

    /** What a command printed, and how it ended. */
    private record Said(int exit, String text) {}

    @BeforeEach
    void findAPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
    }

    @AfterEach
    void stop() throws Exception {
        launcher("", "stop");
    }

    private Said launcher(String adminPassword, String verb, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(ROOT.resolve("muniflow").toString(), verb));
        command.addAll(List.of("--data", data.toString()));
        command.addAll(List.of(more));
        Path said = data.resolveSibling(data.getFileName() + "-" + verb + ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("MUNIFLOW_SKIP_BUILD", "yes");
        builder.environment().put("MUNIFLOW_ADMIN_PASSWORD", adminPassword);
        builder.environment().put("MUNIFLOW_PASSWORD", adminPassword);
        Process process = builder.start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return new Said(process.exitValue(), Files.readString(said));
    }

    private Said start(String adminPassword) throws Exception {
        return launcher(adminPassword, "start", "--port", String.valueOf(port));
    }

    private HttpResponse<String> get(String path, String password) throws Exception {
        String basic = Base64.getEncoder().encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Authorization", "Basic " + basic)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void startShowsAGeneratedPasswordOnceInstallsTheDepartmentsAndKeepsTheData() throws Exception {
        Said first = start("");
        assertThat(first.exit()).as(first.text()).isZero();
        Matcher password = Pattern.compile("name admin, password (\\S+)").matcher(first.text());
        assertThat(password.find()).as(first.text()).isTrue();
        assertThat(get("/actuator/health", password.group(1)).statusCode()).isEqualTo(200);
        assertThat(get("/api/modules", password.group(1)).body()).contains("civil-rights", "ACTIVE");

        assertThat(launcher("", "status").text()).contains("It runs: http://localhost:" + port);
        Said twice = start("");
        assertThat(twice.exit()).isNotZero();
        assertThat(twice.text()).contains("already runs");

        assertThat(launcher("", "stop").text()).contains("Stopped.");
        assertThat(launcher("", "status").text()).contains("does not run");

        Said again = start("");
        assertThat(again.exit()).as(again.text()).isZero();
        assertThat(again.text()).doesNotContain("password");
        assertThat(get("/api/modules", password.group(1)).body()).contains("civil-rights", "ACTIVE");
    }

    @Test
    void theAdministratorsPasswordMayComeFromTheEnvironment() throws Exception {
        Said started = start("Given-by-the-operator-7");

        assertThat(started.exit()).as(started.text()).isZero();
        assertThat(started.text()).doesNotContain("Given-by-the-operator-7");
        assertThat(get("/api/modules", "Given-by-the-operator-7").statusCode()).isEqualTo(200);
    }

    @Test
    void aUselessArchiveOfClassesKeepsNothingFromStartingAndIsMadeAnew() throws Exception {
        Path archive = ROOT.resolve("platform/server/target/unpacked/classes.jsa");
        Files.createDirectories(archive.getParent());
        Files.deleteIfExists(archive);
        Files.writeString(archive, "cut short");

        assertThat(start("Given-by-the-operator-7").exit()).isZero();
        assertThat(launcher("", "stop").text()).contains("Stopped.");
        assertThat(archive).isRegularFile();
        long made = Files.getLastModifiedTime(archive).toMillis();
        assertThat(Files.size(archive)).isGreaterThan(1_000_000);

        assertThat(start("Given-by-the-operator-7").exit()).isZero();
        assertThat(Files.readString(data.resolve("console.log"))).doesNotContain("warning");
        assertThat(launcher("", "stop").text()).contains("Stopped.");
        assertThat(Files.getLastModifiedTime(archive).toMillis())
                .as("it was used")
                .isEqualTo(made);
    }

    @Test
    void modulesAreOperatedOnTheCityOfTheDataFolder() throws Exception {
        start("Given-by-the-operator-7");

        Said listed = launcher("Given-by-the-operator-7", "module", "list");
        assertThat(listed.exit()).as(listed.text()).isZero();
        assertThat(listed.text()).contains("civil-rights", "ACTIVE");
        Said stopped = launcher("Given-by-the-operator-7", "module", "stop", "civil-rights");
        assertThat(stopped.text()).isEqualTo("civil-rights@1.0.0 is STOPPED.\n");
        Said twice = launcher("Given-by-the-operator-7", "module", "stop", "civil-rights@1.0.0");
        assertThat(twice.exit()).isEqualTo(1);
        assertThat(twice.text()).contains("It is STOPPED");
        assertThat(launcher("Wrong-Password-1", "module", "list").exit()).isEqualTo(4);
    }
}
