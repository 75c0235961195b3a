package org.muniflow.casework.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.ClockDue;
import org.muniflow.casework.clock.ClockDefinition;
import org.muniflow.kernel.spi.StepWrites;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of clocks: written with the step, read for pages. A row without {@code settled_at} may still be settled. */
final class LedgerRows {

    private static final String INSERT = """
            insert into muniflow.clock
                (id, case_number, clock_id, title, source, source_id, element_name, trigger_on, due_on, computation, cites,
                 escalation_group, on_breach, state, keyed_late, started_at, process_key)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'RUNNING', false, ?,
                coalesce((select process_key from muniflow.case_file where case_number = ?), ''))""";
    private static final String MET = """
            update muniflow.clock set
                keyed_late = case when state = 'BREACHED' and due_on >= ? then true else false end,
                breached_at = case when state = 'PAUSED' or due_on >= ? then null else coalesce(breached_at, ?) end,
                escalated_to = case when state = 'PAUSED' or due_on >= ? then null
                    when breached_at is null then escalation_group else escalated_to end,
                state = case when state = 'PAUSED' or due_on >= ? then 'MET' else 'MET_LATE' end,
                act_on = ?, settled_at = ?
            where source_id = ? and settled_at is null""";
    private static final String RAN_OUT = """
            update muniflow.clock set
                note = case when state = 'PAUSED' or due_on > ?
                    then 'The timer was fired by hand before the last day was over' else note end,
                breached_at = case when state = 'PAUSED' or due_on > ? then null else coalesce(breached_at, ?) end,
                escalated_to = case when state = 'PAUSED' or due_on > ? then null
                    when breached_at is null then escalation_group else escalated_to end,
                state = case when state = 'PAUSED' or due_on > ? then 'CANCELLED' else 'BREACHED' end,
                settled_at = ?
            where source_id = ? and settled_at is null""";
    private static final String CANCELLED = """
            update muniflow.clock set
                state = case when state in ('RUNNING', 'PAUSED') then 'CANCELLED' else state end, settled_at = ?, note = ?
            where source_id = ? and settled_at is null""";
    private static final String CANCELLED_WITH_CASE = """
            update muniflow.clock set state = case when state in ('RUNNING', 'PAUSED') then 'CANCELLED' else state end,
                settled_at = ?, note = ?
            where case_number = ? and settled_at is null""";
    private static final String KEYED_LATE = """
            update muniflow.clock set state = 'MET', keyed_late = true, act_on = ?, settled_at = ?, note = ?,
                breached_at = null, escalated_to = null
            where id = ?""";
    private static final String CHANGED = """
            update muniflow.clock set due_on = ?, computation = ?, first_computation = ?, state = ?, paused_on = ?,
                breached_at = case when ? then breached_at else null end,
                escalated_to = case when ? then escalated_to else null end
            where id = ?""";
    private static final String CHANGE = """
            insert into muniflow.clock_change
                (clock_row, change_number, kind, effective_on, old_due, new_due, reason, cites, actor, changed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String OVERDUE = """
            update muniflow.clock set state = 'BREACHED', breached_at = ?, escalated_to = escalation_group
            where id = ? and state = 'RUNNING'""";
    private static final String OPENED = "update muniflow.clock set opened_case = ? where id = ?";
    private static final String SEEN =
            "update muniflow.clock set escalated_to = null, seen_by = ?, seen_at = ? where id = ?";
    private static final String TO_OPEN =
            "on_breach is not null and breached_at is not null and opened_case is null and ";

    private final StepWrites writes;
    private final JdbcClient jdbc;
    private final Clock clock;

    LedgerRows(StepWrites writes, JdbcClient jdbc, Clock clock) {
        this.writes = writes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What starts a clock.
     *
     * @param kind TASK, EVENT or NOTICE
     * @param id what finds its open row again
     * @param name the step or notice, for people
     */
    record Source(String kind, String id, String name) {}

    void started(String caseNumber, ClockDefinition definition, ClockDue due, Source source) {
        writes.add(
                INSERT,
                UUID.randomUUID().toString(),
                caseNumber,
                due.clockId(),
                definition.title(),
                source.kind(),
                source.id(),
                source.name(),
                due.trigger(),
                due.due(),
                ComputationJson.write(due),
                due.cites(),
                definition.escalationGroup(),
                definition.onBreach(),
                now(),
                caseNumber);
    }

    void met(Source source, LocalDate actOn) {
        OffsetDateTime now = now();
        writes.add(MET, actOn, actOn, now, actOn, actOn, actOn, now, source.id());
    }

    void ranOut(Source source) {
        OffsetDateTime now = now();
        LocalDate today = now.toLocalDate();
        writes.add(RAN_OUT, today, today, now, today, today, now, source.id());
    }

    void cancelled(Source source, String note) {
        writes.add(CANCELLED, now(), note, source.id());
    }

    /** Every clock of a case that is not settled comes to its end with the case. */
    void cancelledWithCase(String caseNumber, String note) {
        writes.add(CANCELLED_WITH_CASE, now(), note, caseNumber);
    }

    void keyedLate(LedgerEntry entry, LocalDate actOn, String note) {
        writes.add(KEYED_LATE, actOn, now(), note, entry.id());
    }

    void overdue(LedgerEntry entry) {
        writes.add(OVERDUE, now(), entry.id());
    }

    void opened(String id, String caseNumber) {
        writes.add(OPENED, caseNumber, id);
    }

    void seen(String id, @Nullable String by) {
        writes.add(SEEN, by, now(), id);
    }

    /**
     * A clock's place in the order of last days.
     *
     * @param due its last day
     * @param id its id
     */
    record Place(LocalDate due, String id) {
        static final Place FIRST = new Place(LocalDate.of(1900, 1, 1), "");
    }

    /** Finds open clocks in business days which an edit of the holidays between two days can move. */
    List<LedgerEntry> counting(LocalDate first, LocalDate last, Place after, int limit) {
        return read(
                "select * from muniflow.clock where state in ('RUNNING', 'BREACHED') and settled_at is null"
                        + " and computation like '%BUSINESS_DAYS%' and trigger_on < ? and due_on >= ?"
                        + " and (due_on, id) > (?, ?) order by due_on, id fetch first ? rows only",
                last, first, after.due(), after.id(), limit);
    }

    /** Finds clocks that run although their last day is over. Only places: a damaged row must not hide the others. */
    List<Place> overdue(LocalDate today, Place after, int limit) {
        return jdbc.sql(
                        "select due_on, id from muniflow.clock where state = 'RUNNING' and settled_at is null and due_on < ?"
                                + " and (due_on, id) > (?, ?) order by due_on, id fetch first ? rows only")
                .params(today, after.due(), after.id(), limit)
                .query((row, number) -> new Place(row.getObject("due_on", LocalDate.class), row.getString("id")))
                .list();
    }

    /** Finds clocks that were missed and whose process has not been opened. */
    List<String> toOpen(String after, int limit) {
        return jdbc.sql("select id from muniflow.clock where " + TO_OPEN + "id > ? order by id fetch first ? rows only")
                .params(after, limit)
                .query(String.class)
                .list();
    }

    /** Returns the process that is still to be opened for a clock; whoever asks holds the clock's row. */
    Optional<String> stillToOpen(String id) {
        return jdbc.sql("select on_breach from muniflow.clock where " + TO_OPEN + "id = ?")
                .param(id)
                .query(String.class)
                .optional();
    }

    /** Tells whether one of the groups has still to hear of a clock. */
    boolean waitsFor(String id, Collection<String> groups) {
        return jdbc.sql("select escalated_to from muniflow.clock where id = ? and escalated_to is not null")
                .param(id)
                .query(String.class)
                .optional()
                .filter(groups::contains)
                .isPresent();
    }

    /** Finds missed clocks of which one of the groups has not heard, the longest missed first. */
    List<LedgerEntry> escalated(Collection<String> groups, int limit) {
        if (groups.isEmpty()) {
            return List.of();
        }
        List<Object> args = new ArrayList<>(groups);
        args.add(limit);
        return read(
                "select * from muniflow.clock where escalated_to in ("
                        + String.join(", ", Collections.nCopies(groups.size(), "?"))
                        + ") order by due_on, id fetch first ? rows only",
                args.toArray());
    }

    List<LedgerEntry> ofCase(String caseNumber) {
        return read("select * from muniflow.clock where case_number = ? order by started_at, due_on, id", caseNumber);
    }

    List<LedgerEntry> of(Collection<String> ids) {
        String places = String.join(", ", ids.stream().map(id -> "?").toList());
        return ids.isEmpty()
                ? List.of()
                : read("select * from muniflow.clock where id in (" + places + ")", ids.toArray());
    }

    Optional<LedgerEntry> latest(String caseNumber, String clockId) {
        return read(
                        "select * from muniflow.clock where case_number = ? and clock_id = ?"
                                + " order by started_at desc, id fetch first 1 rows only",
                        caseNumber,
                        clockId)
                .stream()
                .findFirst();
    }

    /** Finds the latest clock that a step or notice started. */
    Optional<LedgerEntry> latestOf(String sourceId) {
        return read(
                        "select * from muniflow.clock where source_id = ?"
                                + " order by started_at desc, id fetch first 1 rows only",
                        sourceId)
                .stream()
                .findFirst();
    }

    Optional<LedgerEntry> latestOpen(String caseNumber, String clockId) {
        return read(
                        "select * from muniflow.clock where case_number = ? and clock_id = ? and settled_at is null"
                                + " order by started_at desc, id fetch first 1 rows only",
                        caseNumber,
                        clockId)
                .stream()
                .findFirst();
    }

    List<LedgerEntry> page(LedgerEntry.State state, LocalDate afterDue, String afterId, int limit) {
        return read(
                "select * from muniflow.clock where state = ? and settled_at is null and (due_on, id) > (?, ?)"
                        + " order by due_on, id fetch first ? rows only",
                state.name(),
                afterDue,
                afterId,
                limit);
    }

    /** Finds a clock and keeps others from changing it until the transaction ends. */
    Optional<LedgerEntry> hold(String id) {
        return read("select * from muniflow.clock where id = ? for update", id).stream()
                .findFirst();
    }

    Optional<LedgerEntry> find(String id) {
        return read("select * from muniflow.clock where id = ?", id).stream().findFirst();
    }

    void changed(
            LedgerEntry entry,
            ClockDue computation,
            LedgerEntry.State state,
            @Nullable LocalDate pausedOn,
            ClockChange change) {
        boolean missed = state == LedgerEntry.State.BREACHED;
        writes.add(
                CHANGED,
                computation.due(),
                ComputationJson.write(computation),
                ComputationJson.write(entry.first()),
                state,
                pausedOn,
                missed,
                missed,
                entry.id());
        writes.add(
                CHANGE,
                entry.id(),
                change.number(),
                change.kind(),
                change.effectiveOn(),
                change.oldDue(),
                change.newDue(),
                change.reason(),
                change.cites(),
                change.actor(),
                change.changedAt());
    }

    private List<LedgerEntry> read(String sql, Object... args) {
        List<LedgerEntry> entries =
                jdbc.sql(sql).params(args).query(LedgerRows::entry).list();
        List<String> changed = entries.stream()
                .filter(entry -> entry.first() != entry.computation())
                .map(LedgerEntry::id)
                .toList();
        if (changed.isEmpty()) {
            return entries;
        }
        Map<String, List<ClockChange>> changes = new HashMap<>();
        jdbc.sql("select * from muniflow.clock_change where clock_row in (:rows) order by clock_row, change_number")
                .param("rows", changed)
                .query(row -> {
                    changes.computeIfAbsent(row.getString("clock_row"), id -> new ArrayList<>())
                            .add(change(row));
                });
        return entries.stream()
                .map(entry -> entry.with(changes.getOrDefault(entry.id(), List.of())))
                .toList();
    }

    private static ClockChange change(ResultSet row) throws SQLException {
        return new ClockChange(
                row.getInt("change_number"),
                ClockChange.Kind.valueOf(row.getString("kind")),
                row.getObject("effective_on", LocalDate.class),
                row.getObject("old_due", LocalDate.class),
                row.getObject("new_due", LocalDate.class),
                row.getString("reason"),
                row.getString("cites"),
                row.getString("actor"),
                row.getObject("changed_at", OffsetDateTime.class));
    }

    /** The city's date of a moment; databases answer moments in zones of their own. */
    LocalDate dayOf(OffsetDateTime moment) {
        return moment.atZoneSameInstant(clock.getZone()).toLocalDate();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static LedgerEntry entry(ResultSet row, int number) throws SQLException {
        ClockDue computation = ComputationJson.read(row.getString("id"), row.getString("computation"));
        String first = row.getString("first_computation");
        return new LedgerEntry(
                row.getString("id"),
                row.getString("case_number"),
                row.getString("title"),
                row.getString("element_name"),
                computation,
                first == null ? computation : ComputationJson.read(row.getString("id"), first),
                List.of(),
                row.getString("escalation_group"),
                LedgerEntry.State.valueOf(row.getString("state")),
                row.getObject("act_on", LocalDate.class),
                row.getBoolean("keyed_late"),
                row.getString("note"),
                row.getObject("started_at", OffsetDateTime.class),
                row.getObject("settled_at", OffsetDateTime.class),
                row.getObject("paused_on", LocalDate.class));
    }
}
