package org.muniflow.casework.recordclock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.ClockDue;
import org.muniflow.api.casework.RecordClocks.RecordClock;
import org.muniflow.api.casework.RecordClocks.Start;
import org.muniflow.api.casework.RecordClocks.State;
import org.muniflow.casework.clock.ClockDefinition;
import org.muniflow.casework.ledger.ComputationJson;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of the clocks of records. */
final class RecordClockRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    RecordClockRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A clock with what opening its process needs.
     *
     * @param id the row's id
     * @param module the module that started it
     * @param title the title of the case to open
     * @param processKey the process to open
     * @param clock the clock
     */
    record Row(String id, String module, String title, String processKey, RecordClock clock) {}

    /**
     * A clock's place in the order of last days.
     *
     * @param due its last day
     * @param id its id
     */
    record Place(LocalDate due, String id) {
        static final Place FIRST = new Place(LocalDate.of(1900, 1, 1), "");
    }

    void insert(String module, Start start, ClockDefinition definition, ClockDue due) {
        jdbc.sql("""
                        insert into muniflow.record_clock
                            (id, module, record_id, title, clock_id, clock_title, process_key, trigger_on, due_on, computation,
                             cites, state, started_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', ?)""")
                .params(
                        UUID.randomUUID().toString(),
                        module,
                        start.recordId(),
                        start.title(),
                        start.clockId(),
                        definition.title(),
                        start.processKey(),
                        due.trigger(),
                        due.due(),
                        ComputationJson.write(due),
                        due.cites(),
                        OffsetDateTime.now(clock))
                .update();
    }

    /** Finds the clocks that wait, and keeps others from settling them until the transaction ends. */
    List<Row> holdWaiting(String module, String recordId, String clockId) {
        return jdbc.sql("select * from muniflow.record_clock where module = ? and record_id = ? and clock_id = ?"
                        + " and state = 'WAITING' order by id for update")
                .params(module, recordId, clockId)
                .query(RecordClockRows::row)
                .list();
    }

    Optional<Row> holdWaiting(String id) {
        return jdbc.sql("select * from muniflow.record_clock where id = ? and state = 'WAITING' for update")
                .param(id)
                .query(RecordClockRows::row)
                .optional();
    }

    void settle(String id, State state, @Nullable LocalDate actOn, @Nullable String openedCase) {
        jdbc.sql("update muniflow.record_clock set state = ?, act_on = ?, opened_case = ?, settled_at = ? where id = ?")
                .params(state.name(), actOn, openedCase, OffsetDateTime.now(clock), id)
                .update();
    }

    List<Place> due(LocalDate today, Place after, int limit) {
        return jdbc.sql("select due_on, id from muniflow.record_clock where state = 'WAITING' and due_on < ?"
                        + " and (due_on, id) > (?, ?) order by due_on, id fetch first ? rows only")
                .params(today, after.due(), after.id(), limit)
                .query((row, number) -> new Place(row.getObject("due_on", LocalDate.class), row.getString("id")))
                .list();
    }

    List<RecordClock> ofRecord(String module, String recordId) {
        return jdbc
                .sql("select * from muniflow.record_clock where module = ? and record_id = ? order by started_at, id")
                .params(module, recordId)
                .query(RecordClockRows::row)
                .list()
                .stream()
                .map(Row::clock)
                .toList();
    }

    /** Returns the records of a module for which a clock waits, a few of them by name. */
    List<String> waiting(String module) {
        return jdbc.sql("select record_id from muniflow.record_clock where module = ? and state = 'WAITING'"
                        + " order by record_id, id")
                .param(module)
                .query(String.class)
                .list();
    }

    private static Row row(ResultSet found, int number) throws SQLException {
        return new Row(
                found.getString("id"),
                found.getString("module"),
                found.getString("title"),
                found.getString("process_key"),
                new RecordClock(
                        found.getString("record_id"),
                        ComputationJson.read(found.getString("id"), found.getString("computation")),
                        State.valueOf(found.getString("state")),
                        found.getObject("act_on", LocalDate.class),
                        found.getString("opened_case")));
    }
}
