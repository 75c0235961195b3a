package org.muniflow.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every error of the platform's own REST has one shape and says what to do. */
@ServerTest
class ErrorShapeTest {

    private static final String USER = "admin";
    private static final String PASSWORD = "admin-Password-1";

    @LocalServerPort
    private int port;

    @Autowired
    private ObjectMapper json;

    @ParameterizedTest
    @CsvSource({
        "/api/rules/R-0, 404, 'No active module offers the rule R-0'",
        "/api/clocks/C-0/due?trigger=2026-03-02, 404, 'The clock C-0 is unknown'",
        "/api/clocks/C-0/due?trigger=2026-02-30, 400, is no date",
        "/api/clocks/C-0/due?trigger=tomorrow, 400, is no date",
        "/api/clocks/C-0/due?trigger=9999-12-31, 400, outside the years 1900 to 2199",
        "/api/clocks/C-0/due, 400, is missing: give the date",
        "/api/tasks/nothing/case, 404, There is no task nothing",
        "/api/nowhere, 404, There is nothing at this address"
    })
    void aRefusedQuestionSaysWhatIsWrong(String path, int status, String words) throws IOException {
        HttpResponse<String> answer = new Web(port).getAs(USER, PASSWORD, path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertShape(answer.body(), status, words);
    }

    @Test
    void anUnreadableBodyIsRefusedInWords() throws IOException {
        HttpResponse<String> answer = new Web(port).postAs(USER, PASSWORD, "/api/rules/R-0", "{not json");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertShape(answer.body(), 400, "not readable JSON");
    }

    @Test
    void aFieldNamedTwiceIsRefused() throws IOException {
        HttpResponse<String> answer =
                new Web(port).postAs(USER, PASSWORD, "/api/rules/R-0", "{\"share\":80,\"share\":10}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertShape(answer.body(), 400, "A field is named twice");
    }

    @Test
    void aStrangersPostIsAskedToSignIn() throws IOException {
        HttpResponse<String> answer = new Web(port).post("/api/rules/R-0", "{}");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertShape(answer.body(), 401, "Sign in first");
    }

    @Test
    void theServersJsonIsExact() throws IOException {
        assertThat(json.writeValueAsString(json.readTree("{\"share\":50.99999999999999999999}")))
                .isEqualTo("{\"share\":50.99999999999999999999}");
        assertThat(json.writeValueAsString(json.readTree("{\"share\":1e2}"))).isEqualTo("{\"share\":100}");
    }

    @Test
    void anotherMethodIsRefusedInWords() throws IOException {
        HttpResponse<String> answer = new Web(port).postAs(USER, PASSWORD, "/api/clocks", "{}");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertShape(answer.body(), 405, "does not take this kind of request");
    }

    @Test
    void aFileThatIsNoModuleIsRefusedWithEveryProblem() throws IOException {
        String body = "--x\r\nContent-Disposition: form-data; name=\"jar\"; filename=\"a.jar\"\r\n"
                + "Content-Type: application/java-archive\r\n\r\nno jar\r\n--x--\r\n";
        Web web = new Web(port);
        HttpResponse<String> answer = web.send(web.to("/api/modules")
                .header("Authorization", Web.basic(USER, PASSWORD))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode error = json.readTree(answer.body());
        assertThat(error.path("errors")).isNotEmpty();
        assertThat(error.path("errors").get(0).path("field").asText()).isEqualTo("jar");
    }

    @Test
    void anUploadWithoutItsFileSaysSo() throws IOException {
        Web web = new Web(port);
        HttpResponse<String> answer = web.send(web.to("/api/tasks/x/documents")
                .header("Authorization", Web.basic(USER, PASSWORD))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(
                        "--x\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\nLICENSE\r\n" + "--x--\r\n")));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertShape(answer.body(), 400, "The file 'file' is missing");
    }

    @Test
    void rulesClocksAndModulesAreLists() throws IOException {
        for (String path : new String[] {"/api/rules", "/api/clocks", "/api/modules"}) {
            HttpResponse<String> answer = new Web(port).getAs(USER, PASSWORD, path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(json.readTree(answer.body()).isArray()).as(path).isTrue();
        }
    }

    private void assertShape(String body, int status, String words) throws IOException {
        JsonNode error = json.readTree(body);
        assertThat(error.fieldNames()).toIterable().containsExactly("status", "message", "errors");
        assertThat(error.path("status").asInt()).isEqualTo(status);
        assertThat(error.path("message").asText()).contains(words);
        assertThat(body).doesNotContain("Exception").doesNotContain("\tat ");
    }
}
