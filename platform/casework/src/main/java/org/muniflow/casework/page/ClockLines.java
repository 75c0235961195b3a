package org.muniflow.casework.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a case's clocks from the ledger, with the computation that explains each date. */
@Component
final class ClockLines {

    private final JdbcClient jdbc;
    private final ObjectMapper json = new ObjectMapper();
    private final Clock clock;

    ClockLines(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<ClockLine> of(String caseNumber) {
        return jdbc.sql("select clock_id, title, element_name, trigger_on, due_on, computation, cites, state, act_on,"
                        + " keyed_late, note from muniflow.clock where case_number = ? order by started_at, id")
                .param(caseNumber)
                .query(this::line)
                .list();
    }

    private ClockLine line(ResultSet row, int number) throws SQLException {
        JsonNode computation = computation(row.getString("computation"));
        LocalDate due = row.getObject("due_on", LocalDate.class);
        String state = row.getString("state");
        return new ClockLine(
                row.getString("clock_id"),
                row.getString("title"),
                row.getString("element_name"),
                row.getObject("trigger_on", LocalDate.class),
                due,
                state,
                row.getObject("act_on", LocalDate.class),
                row.getBoolean("keyed_late"),
                row.getString("note"),
                row.getString("cites"),
                length(computation),
                skipped(computation),
                state.equals("RUNNING") && due.isBefore(LocalDate.now(clock)));
    }

    private JsonNode computation(@Nullable String text) {
        try {
            return json.readTree(text == null || text.isBlank() ? "{}" : text);
        } catch (JsonProcessingException unreadable) {
            return json.createObjectNode();
        }
    }

    private static @Nullable String length(JsonNode computation) {
        if (!computation.path("amount").isInt()) {
            return null;
        }
        String unit =
                computation.path("unit").asText("").toLowerCase(Locale.ROOT).replace('_', ' ');
        return computation.path("amount").asInt() + " " + unit;
    }

    private static List<String> skipped(JsonNode computation) {
        List<String> days = new ArrayList<>();
        for (JsonNode day : computation.path("skipped")) {
            days.add(day.path("date").asText() + " (" + day.path("reason").asText() + ")");
        }
        return days;
    }
}
