package org.muniflow.benchmarks.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.muniflow.benchmarks.measure.Worker;

/** An application in a JVM of its own, seen from the driver. */
public final class Application implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final Process process;
    private final Path log;
    private final BufferedReader answers;
    private final PrintWriter commands;

    private Application(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.commands = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    }

    /**
     * Starts an application and waits until it is ready.
     *
     * @param name {@code bare} or {@code platform}
     * @param settings its properties
     * @param jvm more arguments of its JVM
     * @return the application; close it
     */
    public static Application start(String name, Map<String, String> settings, String... jvm) {
        List<String> command = new ArrayList<>(
                List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx1g", "-Duser.timezone=UTC"));
        command.addAll(List.of(jvm));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Worker.class.getName(), name));
        settings.forEach((key, value) -> command.add(key + "=" + value));
        try {
            Path log = Files.createDirectories(Path.of("target", "logs")).resolve(name + ".log");
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            Application application = new Application(name, process, log);
            application.answer();
            return application;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Lets the application measure.
     *
     * @param command the measurement and its arguments
     * @return the numbers
     */
    public JsonNode ask(String command) {
        commands.println(command);
        return answer();
    }

    private JsonNode answer() {
        try {
            @Nullable String line = answers.readLine();
            while (line != null && !line.startsWith(Worker.ANSWER)) {
                if (line.startsWith(Worker.PROGRESS)) {
                    System.out.println("  " + line.substring(Worker.PROGRESS.length()));
                }
                Files.writeString(
                        log,
                        line + "\n",
                        java.nio.file.StandardOpenOption.CREATE,
                        java.nio.file.StandardOpenOption.APPEND);
                line = answers.readLine();
            }
            if (line == null) {
                throw new IllegalStateException("The application '" + name + "' ended; see " + log.toAbsolutePath());
            }
            return JSON.readTree(line.substring(Worker.ANSWER.length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        commands.close();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
