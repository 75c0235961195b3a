package org.muniflow.casework.delegation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code muniflow.delegation}. */
final class DelegationRows {

    private static final String SELECT = "select * from muniflow.delegation where ";
    private static final int MOST = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;

    DelegationRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(Delegation delegation) {
        jdbc.sql("insert into muniflow.delegation (id, team, delegate, to_team, from_on, to_on, tasks, instrument,"
                        + " entered_by, entered_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        delegation.id(),
                        delegation.team(),
                        delegation.delegate(),
                        delegation.toTeam(),
                        delegation.fromOn(),
                        delegation.toOn(),
                        String.join(",", delegation.tasks()),
                        delegation.instrument(),
                        delegation.enteredBy(),
                        delegation.enteredAt())
                .update();
    }

    boolean revoke(String id, String by, String why) {
        return jdbc.sql("update muniflow.delegation set revoked_by = ?, revoked_at = ?, revoked_for = ?"
                                + " where id = ? and revoked_at is null")
                        .params(by, OffsetDateTime.now(clock), why, id)
                        .update()
                > 0;
    }

    /** What was granted for it has been taken back. */
    void settled(String id) {
        jdbc.sql("update muniflow.delegation set settled_at = ? where id = ?")
                .params(OffsetDateTime.now(clock), id)
                .update();
    }

    /** One look at the rights after the other, on all nodes. */
    void alone() {
        jdbc.sql("select id from muniflow.delegation_lock where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    Optional<Delegation> find(String id) {
        return jdbc.sql(SELECT + "id = ?").param(id).query(this::delegation).optional();
    }

    /** Those that hold, will hold, or have left rights behind. */
    List<Delegation> unsettled() {
        return jdbc.sql(SELECT + "settled_at is null order by from_on, id fetch first " + MOST + " rows only")
                .query(this::delegation)
                .list();
    }

    /** The delegations to a person and the person's teams, revoked ones too, the earliest first. */
    List<Delegation> to(String person, Collection<String> groups) {
        List<Object> values = new ArrayList<>(List.of(person));
        values.addAll(groups);
        String teams = groups.isEmpty() ? "" : " or to_team = true and delegate in (" + places(groups) + ")";
        return jdbc.sql(SELECT + "(to_team = false and delegate = ?" + teams + ") order by from_on, id fetch first "
                        + MOST + " rows only")
                .params(values)
                .query(this::delegation)
                .list();
    }

    /** The latest delegations of teams. */
    List<Delegation> of(Collection<String> teams, int limit) {
        return teams.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "team in (" + places(teams) + ") order by entered_at desc, id fetch first " + limit
                                + " rows only")
                        .params(new ArrayList<Object>(teams))
                        .query(this::delegation)
                        .list();
    }

    /** Finds the tasks that a person has claimed and that are offered to a team. */
    List<Held> held(String person, String team) {
        return jdbc.sql("select task_id, process_key, element_id from muniflow.work_item"
                        + " where assignee = ? and group_id = ? order by task_id")
                .params(person, team)
                .query((row, number) -> new Held(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** A claimed task. */
    record Held(String taskId, String processKey, String elementId) {}

    void filter(String id, @Nullable String filterId) {
        jdbc.sql("update muniflow.delegation set filter_id = ? where id = ?")
                .params(Arrays.asList(filterId, id))
                .update();
    }

    private static String places(Collection<String> values) {
        return String.join(", ", Collections.nCopies(values.size(), "?"));
    }

    private Delegation delegation(ResultSet row, int number) throws SQLException {
        OffsetDateTime revokedAt = row.getObject("revoked_at", OffsetDateTime.class);
        String tasks = row.getString("tasks");
        return new Delegation(
                row.getString("id"),
                row.getString("team"),
                row.getString("delegate"),
                row.getBoolean("to_team"),
                row.getObject("from_on", LocalDate.class),
                row.getObject("to_on", LocalDate.class),
                tasks == null || tasks.isEmpty() ? List.of() : Arrays.asList(tasks.split(",")),
                row.getString("instrument"),
                row.getString("entered_by"),
                row.getObject("entered_at", OffsetDateTime.class),
                row.getString("revoked_by"),
                revokedAt == null
                        ? null
                        : revokedAt.atZoneSameInstant(clock.getZone()).toLocalDate(),
                row.getString("revoked_for"),
                row.getString("filter_id"));
    }
}
