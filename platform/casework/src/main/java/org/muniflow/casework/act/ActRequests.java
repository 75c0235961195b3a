package org.muniflow.casework.act;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniflow.casework.act.ActRequest.State;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code muniflow.case_request}; at most one waits for each case. */
final class ActRequests {

    private final JdbcClient jdbc;
    private final Clock clock;

    ActRequests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<ActRequest> waiting(String caseNumber) {
        return jdbc.sql("select * from muniflow.case_request where case_number = ? and state = 'WAITING'"
                        + " order by asked_at fetch first 1 rows only")
                .param(caseNumber)
                .query(ActRequests::request)
                .optional();
    }

    Optional<ActRequest> find(String id) {
        return jdbc.sql("select * from muniflow.case_request where id = ?")
                .param(id)
                .query(ActRequests::request)
                .optional();
    }

    void insert(
            String id,
            String caseNumber,
            CaseAct act,
            @Nullable String elementId,
            @Nullable String elementName,
            String reason,
            String user) {
        jdbc.sql("insert into muniflow.case_request (id, case_number, act, element_id, element_name, reason, asked_by,"
                        + " asked_at, state) values (?, ?, ?, ?, ?, ?, ?, ?, 'WAITING')")
                .params(id, caseNumber, act.name(), elementId, elementName, reason, user, OffsetDateTime.now(clock))
                .update();
    }

    void answer(String id, State state, String user, @Nullable String answer) {
        jdbc.sql(
                        "update muniflow.case_request set state = ?, answered_by = ?, answered_at = ?, answer = ? where id = ?")
                .params(state.name(), user, OffsetDateTime.now(clock), answer, id)
                .update();
    }

    private static ActRequest request(ResultSet row, int number) throws SQLException {
        return new ActRequest(
                row.getString("id"),
                row.getString("case_number"),
                CaseAct.valueOf(row.getString("act")),
                row.getString("element_id"),
                row.getString("element_name"),
                row.getString("reason"),
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class),
                State.valueOf(row.getString("state")),
                row.getString("answered_by"),
                row.getObject("answered_at", OffsetDateTime.class),
                row.getString("answer"));
    }
}
