package org.muniflow.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A caller of the engine's REST interface who names no limit gets an answer, never a whole table. */
@ServerTest
class BoundedListsTest {

    private static final String ADMIN_PASSWORD = "admin-Password-1";

    @LocalServerPort
    private int port;

    @Autowired
    private IdentityService identities;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/task",
                "/engine-rest/task?sortBy=created&sortOrder=asc",
                "/engine-rest/process-instance",
                "/engine-rest/process-definition",
                "/engine-rest/user",
                "/engine-rest/history/task",
                "/engine-rest/history/variable-instance"
            })
    void aQuestionWithoutLimitIsAnswered(String path) {
        HttpResponse<String> answer = new Web(port).getAs("admin", ADMIN_PASSWORD, path);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).startsWith("[");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/task",
                "/engine-rest/process-instance",
                "/engine-rest/variable-instance",
                "/engine-rest/history/process-instance",
                "/engine-rest/history/task"
            })
    void aPostedQuestionWithoutLimitIsAnswered(String path) {
        HttpResponse<String> answer = new Web(port).postAs("admin", ADMIN_PASSWORD, path, "{}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).startsWith("[");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/task/count", "/engine-rest/user/count"})
    void aCountNeedsNoLimit(String path) {
        assertThat(new Web(port).getAs("admin", ADMIN_PASSWORD, path).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theCallersOwnLimitHolds() {
        identities.saveGroup(identities.newGroup("bounded-one"));
        identities.saveGroup(identities.newGroup("bounded-two"));
        try {
            HttpResponse<String> answer = new Web(port)
                    .getAs("admin", ADMIN_PASSWORD, "/engine-rest/group?maxResults=1&sortBy=id&sortOrder=asc");
            assertThat(answer.body().split("\"id\"")).hasSize(2);
        } finally {
            identities.deleteGroup("bounded-one");
            identities.deleteGroup("bounded-two");
        }
    }

    @Test
    void moreThanTheEngineAllowsIsRefused() {
        HttpResponse<String> answer =
                new Web(port).getAs("admin", ADMIN_PASSWORD, "/engine-rest/task?maxResults=1000000");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("limit of 2000");
    }
}
