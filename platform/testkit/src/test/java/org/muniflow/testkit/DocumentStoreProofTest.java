package org.muniflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.server.operator.DocumentsCommand;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Large documents pass through without filling the memory, and the store is proven against its rows. */
class DocumentStoreProofTest {

    private static final Map<String, String> ADMIN =
            Map.of("MUNIFLOW_USER", "admin", "MUNIFLOW_PASSWORD", City.ADMIN_PASSWORD);
    private static final long LARGE = 200L << 20;
    private static final long SMALL = 32L << 20;

    @TempDir
    private static Path folder;

    private static City city;
    private static SampleCase begun;

    @BeforeAll
    static void open() {
        city = City.opening()
                .with("muniflow.documents.max-size", "250MB")
                .with("spring.servlet.multipart.max-file-size", "260MB")
                .with("spring.servlet.multipart.max-request-size", "270MB")
                .open();
        city.install(SampleModule.version("1.0.0").into(folder));
        begun = SampleCase.requested(city, 2);
        city.runDueJobs();
    }

    @AfterAll
    static void close() {
        city.close();
    }

    /** So many bytes of text, made while they are read. */
    private static final class Text extends InputStream {

        private long left;

        Text(long size) {
            left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'a' : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (left <= 0) {
                return -1;
            }
            int some = (int) Math.min(left, length);
            java.util.Arrays.fill(into, from, from + some, (byte) 'a');
            into[from] = '\n';
            left -= some;
            return some;
        }
    }

    private static HttpRequest.Builder request(String path) {
        Person clerk = begun.clerk();
        String both = clerk.id() + ":" + clerk.password();
        return HttpRequest.newBuilder(city.address(path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
    }

    private static HttpResponse<String> upload(String name, long size) throws IOException, InterruptedException {
        String task = begun.clerk().task(begun.number(), begun.tasks().get(0)).getId();
        byte[] head = ("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: text/plain\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8);
        return HttpClient.newHttpClient()
                .send(
                        request("/api/tasks/" + task + "/documents")
                                .header("Content-Type", "multipart/form-data; boundary=x")
                                .POST(BodyPublishers.ofInputStream(
                                        () -> new SequenceInputStream(Collections.enumeration(List.of(
                                                new ByteArrayInputStream(head),
                                                new Text(size),
                                                new ByteArrayInputStream(tail))))))
                                .build(),
                        BodyHandlers.ofString());
    }

    /** What the server's own threads have ever allocated. */
    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long all = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().startsWith("http-nio-")) {
                all += threads.getThreadAllocatedBytes(thread.getThreadId());
            }
        }
        return all;
    }

    @Test
    void aDocumentOf200MegabytesTakesNoMoreMemoryThanASmallOne() throws Exception {
        assertThat(upload("small.txt", 1000).statusCode()).isEqualTo(201);
        long before = allocated();
        HttpResponse<String> stored = upload("large.txt", LARGE);
        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(201);
        assertThat(stored.body()).contains("\"size\":" + LARGE);
        assertThat(allocated() - before).as("allocated by the upload").isLessThan(SMALL);

        String address = stored.body().replaceAll(".*\"address\":\"([^\"]+)\".*", "$1");
        before = allocated();
        Path file = folder.resolve("down.txt");
        assertThat(HttpClient.newHttpClient()
                        .send(request(address).build(), BodyHandlers.ofFile(file))
                        .statusCode())
                .isEqualTo(200);
        assertThat(file).hasSize(LARGE);
        assertThat(allocated() - before).as("allocated by the download").isLessThan(SMALL);
    }

    private record Said(int exit, String out, String errors) {}

    private static Said verify() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int exit = DocumentsCommand.run(
                List.of(String.valueOf(city.port()), "verify"),
                ADMIN,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8));
        return new Said(exit, out.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
    }

    @Test
    void missingAlteredAndUnnamedFilesOfTheStoreAreFound() throws Exception {
        upload("one.txt", 5000);
        upload("two.txt", 6000);
        Said whole = verify();
        assertThat(whole.exit()).as(whole.errors()).isZero();
        assertThat(whole.out()).startsWith("Every document is as it was stored: ");

        Path old = Files.writeString(
                Files.createDirectories(city.data().resolve("documents/ab/cd")).resolve("abcd" + "0".repeat(60)),
                "old");
        Files.setLastModifiedTime(old, FileTime.from(Instant.EPOCH));
        assertThat(verify().out()).contains("1 file belongs to no document").contains("abcd000");

        Path one = file("one.txt");
        Path two = file("two.txt");
        byte[] kept = Files.readAllBytes(one);
        Files.delete(one);
        Files.writeString(two, "something else");
        Said broken = verify();
        assertThat(broken.exit()).isEqualTo(1);
        assertThat(broken.errors())
                .startsWith("muniflow: 2 of ")
                .contains(" is missing; bring " + one.getFileName())
                .contains(" was altered; bring " + two.getFileName());
        Files.write(one, kept);
        Files.delete(two);
        upload("two.txt", 6000);
        assertThat(verify().exit()).isZero();
    }

    private static Path file(String name) {
        String sha256 = JdbcClient.create(city.bean(DataSource.class))
                .sql("select sha256 from muniflow.document where file_name = ?")
                .param(name)
                .query(String.class)
                .list()
                .get(0);
        return city.data()
                .resolve("documents")
                .resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }
}
