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
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.muniflow.benchmarks.run.Finding;
import org.muniflow.benchmarks.run.Spread;

/**
 * G7: from the command to the first page, beside an application of nothing but the same starters. The
 * platform is started as the launcher starts it, unpacked; the starters as Spring Boot packs them, and unpacked for
 * comparison. Both have a database file that exists already, as on every start but the first, which is told too.
 */
public final class ColdStart implements Goal {

    private static final double MOST = 1.25;
    private static final double STRETCH = 1.1;
    private static final String PLAIN_PAGE = "/camunda/app/welcome/default/";
    private static final String CITY_PAGE = "/";
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

    @Override
    public List<Finding> measure(Effort effort) {
        Path plain = folder("baseline-");
        Path city = folder("city-");
        String packedPlain = jar("platform/benchmarks/baseline/target", "muniflow-baseline.jar");
        String unpackedPlain = unpacked(packedPlain);
        String unpackedCity = unpacked(jar("platform/server/target", "muniflow-server-exec.jar"));
        Started firstBare = start(baseline(packedPlain, plain), PLAIN_PAGE);
        Started firstPlatform = start(platform(unpackedCity, city), CITY_PAGE);
        List<Started> bares = new ArrayList<>();
        List<Started> unpackedBares = new ArrayList<>();
        List<Started> platforms = new ArrayList<>();
        for (int repeat = 0; repeat <= effort.repeats(); repeat++) {
            boolean bareFirst = repeat % 2 == 0;
            Started before = bareFirst ? start(baseline(packedPlain, plain), PLAIN_PAGE) : null;
            Started platform = start(platform(unpackedCity, city), CITY_PAGE);
            Started bare = before == null ? start(baseline(packedPlain, plain), PLAIN_PAGE) : before;
            Started unpackedBare = start(baseline(unpackedPlain, plain), PLAIN_PAGE);
            if (repeat > 0) {
                bares.add(bare);
                platforms.add(platform);
                unpackedBares.add(unpackedBare);
            }
        }
        return List.of(
                Finding.atMost(
                        "G7",
                        "cold start to the first page",
                        "ms",
                        spread(bares, false),
                        spread(platforms, false),
                        ratios(platforms, bares, false),
                        MOST,
                        STRETCH),
                Finding.note(
                        "G7",
                        "the same, processor time",
                        "ms",
                        spread(bares, true),
                        spread(platforms, true),
                        ratios(platforms, bares, true)),
                Finding.note(
                        "G7",
                        "the same, against the starters unpacked too",
                        "ms",
                        spread(unpackedBares, false),
                        spread(platforms, false),
                        ratios(platforms, unpackedBares, false)),
                Finding.note(
                        "G7",
                        "the very first start, tables and modules made",
                        "ms",
                        Spread.of(firstBare.millis()),
                        Spread.of(firstPlatform.millis()),
                        Spread.of(firstPlatform.millis() / firstBare.millis())));
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

    private static List<String> baseline(String jar, Path data) {
        return List.of("-jar", jar, "--baseline.data=" + data);
    }

    private List<String> platform(String jar, Path data) {
        return List.of(
                "-jar",
                jar,
                "--muniflow.data=" + data,
                "--muniflow.admin-password=Correct-horse-7-battery",
                "--muniflow.install=" + String.join(",", modules()));
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
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
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
