package org.muniflow.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A module that is too large is refused in words on the way in, to a client that sends all of it first. */
@ServerTest
class UploadLimitTest {

    private static final int MEGABYTE = 1024 * 1024;

    @LocalServerPort
    private int port;

    @Autowired
    private ObjectMapper json;

    @ParameterizedTest
    @ValueSource(ints = {61, 64, 90})
    void aJarOverTheLimitIsRefusedInWords(int megabytes) throws IOException {
        HttpResponse<String> answer = upload(megabytes);
        assertThat(answer.statusCode()).isEqualTo(413);
        JsonNode error = json.readTree(answer.body());
        assertThat(error.path("status").asInt()).isEqualTo(413);
        assertThat(error.path("message").asText())
                .isEqualTo("The file is larger than the platform accepts: 60 MB for a file, 65 MB for a request.");
        assertThat(json.readTree(new Web(port)
                        .getAs("admin", "admin-Password-1", "/api/modules")
                        .body()))
                .isEmpty();
    }

    @Test
    void aLargeFileUnderTheLimitIsLookedAt() throws IOException {
        HttpResponse<String> answer = upload(59);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("The file is not a readable jar");
    }

    private HttpResponse<String> upload(int megabytes) {
        Web web = new Web(port);
        return web.send(web.to("/api/modules")
                .header("Authorization", Web.basic("admin", "admin-Password-1"))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofInputStream(() -> new SequenceInputStream(Collections.enumeration(List.of(
                        text("--x\r\nContent-Disposition: form-data; name=\"jar\"; filename=\"a.jar\"\r\n"
                                + "Content-Type: application/java-archive\r\n\r\n"),
                        zeros(megabytes),
                        text("\r\n--x--\r\n")))))));
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream zeros(int megabytes) {
        byte[] megabyte = new byte[MEGABYTE];
        return new SequenceInputStream(Collections.enumeration(Collections.nCopies(megabytes, megabyte).stream()
                .map(ByteArrayInputStream::new)
                .toList()));
    }
}
