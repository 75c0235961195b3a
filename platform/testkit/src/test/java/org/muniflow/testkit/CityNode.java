package org.muniflow.testkit;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.muniflow.server.MuniflowApplication;

/** One node of a city: a server in a Java machine of its own, which can be killed as a power cut would. */
final class CityNode implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BASIC = "Basic "
            + Base64.getEncoder().encodeToString(("admin:" + City.ADMIN_PASSWORD).getBytes(StandardCharsets.UTF_8));

    private final String name;
    private final int port;
    private final Process process;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private CityNode(String name, int port, Process process) {
        this.name = name;
        this.port = port;
        this.process = process;
    }

    record Answer(int status, String body) {

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(body, e);
            }
        }
    }

    /** Starts a node; {@link #ready} waits for it. */
    static CityNode start(String name, String databaseUrl, Path folder, int lockMillis, String... settings) {
        try {
            int port = freePort();
            Path data = Files.createDirectories(folder.resolve(name));
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx500m",
                    "-Duser.timezone=UTC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    MuniflowApplication.class.getName(),
                    "--server.port=" + port,
                    "--muniflow.data=" + data,
                    "--muniflow.modules.node=" + name,
                    "--muniflow.admin-password=" + City.ADMIN_PASSWORD,
                    "--spring.datasource.url=" + databaseUrl,
                    "--spring.datasource.username=postgres",
                    "--spring.datasource.password=",
                    "--camunda.bpm.job-execution.lock-time-in-millis=" + lockMillis,
                    "--camunda.bpm.job-execution.wait-time-in-millis=300",
                    "--camunda.bpm.job-execution.max-wait=500",
                    "--muniflow.clocks.first-sweep-after=PT1S",
                    "--muniflow.clocks.sweep-every=PT0.2S"));
            command.addAll(List.of(settings));
            File log = folder.resolve(name + ".log").toFile();
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start();
            return new CityNode(name, port, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    CityNode ready() {
        await(name + " is ready")
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException(name + " has ended with " + process.exitValue());
                    }
                    try {
                        return get("/actuator/health").status() == 200;
                    } catch (UncheckedIOException notYet) {
                        return false;
                    }
                });
        return this;
    }

    String name() {
        return name;
    }

    Answer get(String path) {
        return send(request(path));
    }

    Answer post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    Answer install(Path jar) {
        try (ByteArrayOutputStream body = new ByteArrayOutputStream()) {
            body.write(("--x\r\nContent-Disposition: form-data; name=\"jar\"; filename=\"module.jar\"\r\n"
                            + "Content-Type: application/java-archive\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            Files.copy(jar, body);
            body.write("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
            return send(request("/api/modules")
                    .header("Content-Type", "multipart/form-data; boundary=x")
                    .POST(BodyPublishers.ofByteArray(body.toByteArray())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofMinutes(3))
                .header("Authorization", BASIC);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends the node at once, as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        await().atMost(Duration.ofSeconds(10)).until(() -> !process.isAlive());
    }

    /** Ends the node in good order. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
