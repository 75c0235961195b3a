package org.muniflow.benchmarks.goal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.muniflow.benchmarks.run.Finding;
import org.muniflow.benchmarks.run.Spread;

/**
 * G7: from the command to the first page, beside an application of nothing but the same starters. Judged is like against
 * like: both unpacked, and with an archive of their classes, as the launcher starts the platform; told is the same without
 * archives, and what the starters take as Spring Boot packs them. Both have a database file that exists already, as on
 * every start but the first, which is told too.
 */
public final class ColdStart implements Goal {

    private static final double MOST = 1.25;
    private static final double STRETCH = 1.1;
    private static final String PLAIN_PAGE = "/camunda/app/welcome/default/";

    /** A module's: answered when the modules run. */
    private static final String CITY_PAGE = "/directory";

    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long LONGEST = TimeUnit.MINUTES.toNanos(3);

    private final Path root;

    /**
     * Makes the goal.
     *
     * @param root the project's folder
     */
    public ColdStart(Path root) {
        this.root = root;
    }

    private record Started(double millis, double processorMillis) {}

    private record Side(String name, List<String> arguments, String page) {}

    @Override
    public List<Finding> measure(Effort effort) {
        Path plain = folder("baseline-");
        Path city = folder("city-");
        String packedPlain = jar("platform/benchmarks/baseline/target", "muniflow-baseline.jar");
        String unpackedPlain = unpacked(packedPlain);
        String unpackedCity = unpacked(jar("platform/server/target", "muniflow-server-exec.jar"));
        // The first start of each also writes the archive of its classes, when it ends.
        Started firstBare = start(baseline(archiving(unpackedPlain), unpackedPlain, plain), PLAIN_PAGE);
        Started firstPlatform = start(platform(archiving(unpackedCity), unpackedCity, city), CITY_PAGE);
        List<Side> sides = new ArrayList<>(List.of(
                new Side("baseline, packed", baseline(List.of(), packedPlain, plain), PLAIN_PAGE),
                new Side("baseline", baseline(List.of(), unpackedPlain, plain), PLAIN_PAGE),
                new Side("platform", platform(List.of(), unpackedCity, city), CITY_PAGE),
                new Side("baseline, archive", baseline(archived(unpackedPlain), unpackedPlain, plain), PLAIN_PAGE),
                new Side("platform, archive", platform(archived(unpackedCity), unpackedCity, city), CITY_PAGE)));
        Map<String, List<Started>> all = new HashMap<>();
        for (int repeat = 0; repeat <= effort.repeats(); repeat++) {
            for (Side side : sides) {
                Started started = start(side.arguments(), side.page());
                if (repeat > 0) {
                    all.computeIfAbsent(side.name(), name -> new ArrayList<>()).add(started);
                }
            }
            Collections.reverse(sides);
        }
        List<Started> packed = all.getOrDefault("baseline, packed", List.of());
        List<Started> bares = all.getOrDefault("baseline", List.of());
        List<Started> platforms = all.getOrDefault("platform", List.of());
        List<Started> archivedBares = all.getOrDefault("baseline, archive", List.of());
        List<Started> archivedPlatforms = all.getOrDefault("platform, archive", List.of());
        return List.of(
                Finding.atMost(
                        "G7",
                        "cold start to the first page, both with an archive of their classes",
                        "ms",
                        spread(archivedBares, false),
                        spread(archivedPlatforms, false),
                        ratios(archivedPlatforms, archivedBares, false),
                        MOST,
                        STRETCH),
                note("the same, processor time", archivedBares, archivedPlatforms, true),
                note("both without archives", bares, platforms, false),
                note("both without archives, processor time", bares, platforms, true),
                note(
                        "as the launcher starts it, against the starters without an archive",
                        bares,
                        archivedPlatforms,
                        false),
                note(
                        "as the launcher starts it, against the starters as they are packed",
                        packed,
                        archivedPlatforms,
                        false),
                Finding.note(
                        "G7",
                        "the very first start, tables and modules made",
                        "ms",
                        Spread.of(firstBare.millis()),
                        Spread.of(firstPlatform.millis()),
                        Spread.of(firstPlatform.millis() / firstBare.millis())));
    }

    private static Finding note(String what, List<Started> below, List<Started> above, boolean processor) {
        return Finding.note(
                "G7", what, "ms", spread(below, processor), spread(above, processor), ratios(above, below, processor));
    }

    private static List<String> archiving(String jar) {
        return List.of("-XX:ArchiveClassesAtExit=" + jar + ".jsa");
    }

    private static List<String> archived(String jar) {
        return List.of("-XX:SharedArchiveFile=" + jar + ".jsa");
    }

    private static Spread ratios(List<Started> above, List<Started> below, boolean processor) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < above.size(); i++) {
            ratios.add(
                    processor
                            ? above.get(i).processorMillis() / below.get(i).processorMillis()
                            : above.get(i).millis() / below.get(i).millis());
        }
        return new Spread(ratios);
    }

    /** Unpacks a jar of jars, as the launcher does. */
    private static String unpacked(String jar) {
        Path folder = folder("unpacked-").resolve("application");
        try {
            Process unpacking = new ProcessBuilder(
                            java(), "-Djarmode=tools", "-jar", jar, "extract", "--destination", folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (unpacking.waitFor() != 0) {
                throw new IllegalStateException(jar + " cannot be unpacked");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return folder.resolve(Path.of(jar).getFileName()).toString();
    }

    private static String java() {
        return ProcessHandle.current().info().command().orElse("java");
    }

    private static Spread spread(List<Started> all, boolean processor) {
        return new Spread(all.stream()
                .map(one -> processor ? one.processorMillis() : one.millis())
                .toList());
    }

    private static List<String> baseline(List<String> options, String jar, Path data) {
        List<String> command = new ArrayList<>(options);
        command.addAll(List.of("-jar", jar, "--baseline.data=" + data));
        return command;
    }

    private List<String> platform(List<String> options, String jar, Path data) {
        List<String> command = new ArrayList<>(options);
        command.addAll(List.of(
                "-jar",
                jar,
                "--muniflow.data=" + data,
                "--muniflow.admin-password=Correct-horse-7-battery",
                "--muniflow.install=" + String.join(",", modules())));
        return command;
    }

    private String jar(String folder, String name) {
        Path jar = root.resolve(folder).resolve(name);
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException(jar + " is missing; run 'mvn package' first");
        }
        return jar.toString();
    }

    private List<String> modules() {
        try (Stream<Path> files = Files.find(
                root.resolve("modules"),
                3,
                (path, attributes) -> path.toString().contains("/target/")
                        && path.getFileName().toString().endsWith(".jar"))) {
            return files.map(Path::toString).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Started start(List<String> arguments, String page) {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(java(), "-Xmx1g"));
        command.addAll(arguments);
        command.add("--server.port=" + port);
        try {
            Path log = Files.createDirectories(Path.of("target", "logs")).resolve("cold-start.log");
            long start = System.nanoTime();
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            try {
                await(URI.create("http://localhost:" + port + page), process, start, log);
                double millis = (System.nanoTime() - start) / 1e6;
                double processor =
                        process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e6;
                return new Started(millis, processor);
            } finally {
                process.destroy();
                process.waitFor(60, TimeUnit.SECONDS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void await(URI page, Process process, long start, Path log) throws InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        HttpRequest request =
                HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(60)).build();
        while (System.nanoTime() - start < LONGEST && process.isAlive()) {
            try {
                if (client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // The port is not open yet.
            }
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
        throw new IllegalStateException(page + " did not answer; see " + log.toAbsolutePath());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder(String name) {
        try {
            return Files.createTempDirectory(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
