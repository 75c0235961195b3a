package org.muniflow.server.operator;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** Talks to the running server over REST. */
final class CityClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    // Longer than a stop may take, which waits for running jobs.
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final String base;
    private final String authorization;

    CityClient(int port, String user, char[] password) {
        this.base = "http://localhost:" + port;
        byte[] both = (user + ":" + new String(password)).getBytes(StandardCharsets.UTF_8);
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(both);
    }

    JsonNode get(String path) {
        return send(to(path).GET());
    }

    JsonNode post(String path) {
        return send(to(path).POST(BodyPublishers.noBody()));
    }

    void delete(String path) {
        send(to(path).DELETE());
    }

    /**
     * What came of an upload.
     *
     * @param body what the server says of it
     * @param fresh whether the server had it not before
     */
    record Uploaded(JsonNode body, boolean fresh) {}

    /** Posts a file as a multipart field. */
    Uploaded upload(String path, String field, Path file) {
        String boundary = UUID.randomUUID().toString();
        String name = String.valueOf(file.getFileName()).replace("\"", "_");
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        try {
            HttpResponse<String> answer =
                    answer(to(path).header("Content-Type", "multipart/form-data; boundary=" + boundary)
                            .POST(BodyPublishers.concat(
                                    BodyPublishers.ofString(head),
                                    BodyPublishers.ofFile(file),
                                    BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"))));
            return new Uploaded(read(answer.body()), answer.statusCode() == 201);
        } catch (IOException e) {
            throw new Unable(Unable.NOT_UNDERSTOOD, "There is no readable file " + file + ".");
        }
    }

    /** Writes what an address sends into a file, which does not exist after a refusal. */
    void download(String path, Path file) {
        try {
            HttpResponse<Path> answer = client.send(
                    to(path).build(),
                    info -> info.statusCode() < 400
                            ? BodySubscribers.ofFile(file, CREATE, TRUNCATE_EXISTING, WRITE)
                            : BodySubscribers.replacing(file));
            if (answer.statusCode() >= 400) {
                throw refused(answer.statusCode(), JSON.nullNode());
            }
        } catch (IOException broken) {
            throw unreachable();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Unable(Unable.UNREACHABLE, "Interrupted; " + file + " is not whole.");
        }
    }

    private Unable unreachable() {
        return new Unable(
                Unable.UNREACHABLE,
                "Muniflow does not answer at " + base
                        + "; start it with ./muniflow start, or name its port with --port.");
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .header("Authorization", authorization);
    }

    private JsonNode send(HttpRequest.Builder request) {
        return read(answer(request).body());
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() >= 400) {
                throw refused(answer.statusCode(), read(answer.body()));
            }
            return answer;
        } catch (IOException unreachable) {
            throw unreachable();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Unable(Unable.UNREACHABLE, "Interrupted; see ./muniflow module list for what was done.");
        }
    }

    private JsonNode read(String body) {
        try {
            return body.isEmpty() ? JSON.nullNode() : JSON.readTree(body);
        } catch (IOException otherwise) {
            throw new Unable(
                    Unable.UNREACHABLE, "What answers at " + base + " is not Muniflow; name its port with --port.");
        }
    }

    private static Unable refused(int status, JsonNode body) {
        if (status == 401) {
            return new Unable(
                    Unable.SIGN_IN, "The name or the password is wrong. After a wrong password wait a few seconds.");
        }
        if (status == 403) {
            return new Unable(Unable.SIGN_IN, "Only administrators may do this; sign in as one.");
        }
        List<String> problems = new ArrayList<>();
        body.path("errors").forEach(error -> problems.add(error.path("message").asText()));
        String message = body.path("message").asText("The server answered with status " + status + ".");
        return problems.size() > 1
                ? new Unable(Unable.REFUSED, "Refused, for " + problems.size() + " reasons:", problems)
                : new Unable(Unable.REFUSED, message);
    }
}
