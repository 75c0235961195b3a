package org.muniflow.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.task.Task;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * Somebody who uses the city over HTTP: pages in a session, REST with a user's credentials.
 *
 * <p>Nothing here reaches around sign-in, permissions or CSRF protection.
 */
public final class Person {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final City city;
    private final String id;
    private final String password;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient pages = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final HttpClient rest = HttpClient.newHttpClient();
    private boolean signedIn;

    Person(City city, String id, String password) {
        this.city = city;
        this.id = id;
        this.password = password;
    }

    /** An answer: status, body, and the address at which redirects ended. */
    public record Answer(int status, String body, String path) {

        /**
         * Reads the body as JSON.
         *
         * @return the JSON
         */
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException("Not JSON (status " + status + "): " + body, e);
            }
        }

        /**
         * Reads the body as a page.
         *
         * @return the page
         */
        public Document page() {
            return Jsoup.parse(body);
        }
    }

    /**
     * Returns the user's id.
     *
     * @return the id; empty for a visitor
     */
    public String id() {
        return id;
    }

    /**
     * Returns the password, for a browser's sign-in.
     *
     * @return the password
     */
    public String password() {
        return password;
    }

    /**
     * Asks over REST.
     *
     * @param path the path
     * @return the answer
     */
    public Answer get(String path) {
        return send(rest, request(path).GET());
    }

    /**
     * Asks over REST as Tasklist's lists do: with what belongs to each row embedded.
     *
     * @param path the path
     * @return the answer
     */
    public Answer hal(String path) {
        return send(
                rest, request(path).setHeader("Accept", "application/hal+json").GET());
    }

    /**
     * Posts JSON over REST.
     *
     * @param path the path
     * @param body the body: text, or anything Jackson writes
     * @return the answer
     */
    public Answer post(String path, Object body) {
        try {
            String json = body instanceof String text ? text : JSON.writeValueAsString(body);
            return send(
                    rest,
                    request(path)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(json)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Deletes over REST.
     *
     * @param path the path
     * @return the answer
     */
    public Answer delete(String path) {
        return send(rest, request(path).DELETE());
    }

    /**
     * Uploads files over REST.
     *
     * @param path the path
     * @param field the multipart field of each file
     * @param files the files
     * @return the answer
     */
    public Answer upload(String path, String field, Path... files) {
        String boundary = UUID.randomUUID().toString();
        try {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            for (Path file : files) {
                String head =
                        "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                                + file.getFileName() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
                body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
                body.writeBytes(Files.readAllBytes(file));
                body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
            }
            body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
            return send(
                    rest,
                    request(path)
                            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Sends a request as the web applications do: in the session, with their token.
     *
     * @param path the path below {@code /camunda/api}
     * @param type the body's content type
     * @param body the body
     * @return the answer
     */
    public Answer postInWebapps(String path, String type, String body) {
        open("/camunda/app/tasklist/default/");
        String token = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The web applications gave no token"));
        return send(
                pages,
                HttpRequest.newBuilder(city.address("/camunda/api" + path))
                        .header("Accept", "application/json")
                        .header("Content-Type", type)
                        .header("X-XSRF-TOKEN", token)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /**
     * Opens a page in the session, signing in first.
     *
     * @param path the path
     * @return the answer, after redirects
     */
    public Answer open(String path) {
        signIn();
        return send(pages, HttpRequest.newBuilder(city.address(path)).GET());
    }

    /**
     * Submits a page's form: opens the page for its CSRF token, then posts.
     *
     * @param path the page
     * @param fields the fields; a list posts its field several times
     * @return the answer, after redirects
     */
    public Answer submit(String path, Map<String, ?> fields) {
        return submit(path, path, fields);
    }

    /**
     * Submits one of a page's forms to the form's own address.
     *
     * @param path the page
     * @param address where the form is sent
     * @param fields the fields; a list posts its field several times
     * @return the answer, after redirects
     */
    public Answer submit(String path, String address, Map<String, ?> fields) {
        Document page = open(path).page();
        String token = page.select("input[name=_csrf]").attr("value");
        return form(address, token, fields);
    }

    /**
     * Changes some fields of a page's form and submits it with all others as the page shows them.
     *
     * @param path the page
     * @param button the value of the button to press, which is named {@code action}
     * @param changes the changed fields
     * @return the answer, after redirects
     * @throws IllegalStateException when the page has no such button
     */
    public Answer amend(String path, String button, Map<String, ?> changes) {
        Element pressed = open(path).page().selectFirst("button[name=action][value=" + button + "]");
        if (pressed == null || !(pressed.closest("form") instanceof FormElement form)) {
            throw new IllegalStateException("The page " + path + " has no button " + button);
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        form.formData().forEach(field -> fields.merge(field.key(), field.value(), Person::both));
        String token = String.valueOf(fields.remove("_csrf"));
        fields.putAll(changes);
        fields.put("action", button);
        return form(path, token, fields);
    }

    private static Object both(Object one, Object other) {
        List<Object> all = new ArrayList<>(one instanceof List<?> list ? list : List.of(one));
        all.add(other);
        return all;
    }

    private Answer form(String path, String token, Map<String, ?> fields) {
        String body = fields.entrySet().stream()
                        .flatMap(field -> (field.getValue() instanceof List<?> list ? list : List.of(field.getValue()))
                                .stream().map(value -> encode(field.getKey()) + "=" + encode(String.valueOf(value))))
                        .collect(Collectors.joining("&"))
                + "&_csrf=" + encode(token);
        return send(
                pages,
                HttpRequest.newBuilder(city.address(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private void signIn() {
        if (signedIn || id.isEmpty()) {
            return;
        }
        Document login = send(
                        pages, HttpRequest.newBuilder(city.address("/login")).GET())
                .page();
        Answer answer = form(
                "/login",
                login.select("input[name=_csrf]").attr("value"),
                Map.of("username", id, "password", password));
        if (answer.path().startsWith("/login")) {
            throw new IllegalStateException(
                    "Sign-in of " + id + " failed: " + answer.page().text());
        }
        signedIn = true;
    }

    /**
     * Claims a case's task and completes it over the engine's REST interface, as Tasklist does.
     *
     * @param caseNumber the case
     * @param taskKey the task's id in the model
     * @param variables the form's values: strings, booleans, numbers, dates
     * @return the answer of the completion; 204 when it went through
     */
    public Answer complete(String caseNumber, String taskKey, Map<String, ?> variables) {
        Task task = task(caseNumber, taskKey);
        if (task.getAssignee() == null) {
            Answer claimed = post("/engine-rest/task/" + task.getId() + "/claim", Map.of("userId", id));
            if (claimed.status() != 204) {
                return claimed;
            }
        }
        return post("/engine-rest/task/" + task.getId() + "/complete", Map.of("variables", typed(variables)));
    }

    /**
     * Finds a case's open task, whoever may see it.
     *
     * @param caseNumber the case
     * @param taskKey the task's id in the model
     * @return the task
     * @throws IllegalStateException when the task is not open; the message lists those that are
     */
    public Task task(String caseNumber, String taskKey) {
        List<Task> open = city.engine()
                .getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .list();
        return open.stream()
                .filter(task -> task.getTaskDefinitionKey().equals(taskKey))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Case " + caseNumber + " has no open task " + taskKey
                        + ", only "
                        + open.stream().map(Task::getTaskDefinitionKey).toList()));
    }

    private static ObjectNode typed(Map<String, ?> variables) {
        ObjectNode node = JSON.createObjectNode();
        variables.forEach((name, value) -> {
            ObjectNode variable = node.putObject(name);
            if (value instanceof Boolean flag) {
                variable.put("value", flag).put("type", "Boolean");
            } else if (value instanceof Integer number) {
                variable.put("value", number).put("type", "Integer");
            } else if (value instanceof BigDecimal money) {
                variable.put("value", money.toPlainString()).put("type", "String");
            } else {
                variable.put("value", value.toString()).put("type", "String");
            }
        });
        return node;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(city.address(path)).header("Accept", "application/json");
        if (!id.isEmpty()) {
            builder.header(
                    "Authorization",
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString((id + ":" + password).getBytes(StandardCharsets.UTF_8)));
        }
        return builder;
    }

    private static Answer send(HttpClient client, HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(), response.body(), response.uri().getPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
