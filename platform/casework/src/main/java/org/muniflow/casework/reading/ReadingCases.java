package org.muniflow.casework.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The cases in which a reading mattered: those in which one of its rules decided, by the journal, and those in which one of its
 * clocks ran, by the ledger. Each case is shown once, by the latest of its lines, and a page is read from an index rule by rule.
 */
public final class ReadingCases {

    private static final String FIRST_RULES = String.valueOf(Long.MAX_VALUE);
    private static final String FIRST_CLOCKS = "9999-12-31T00:00:00Z_";

    private final JdbcClient jdbc;
    private final boolean postgresql;

    ReadingCases(JdbcClient jdbc, JdbcOperations connections) {
        this.jdbc = jdbc;
        this.postgresql = Boolean.TRUE.equals(connections.execute((ConnectionCallback<Boolean>)
                connection -> connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")));
    }

    /**
     * A case in which a reading mattered.
     *
     * @param caseNumber the case
     * @param how what the journal says of the rule, or the clock's id
     * @param at when that was
     */
    public record Mattered(String caseNumber, String how, OffsetDateTime at) {}

    /**
     * Some cases.
     *
     * @param cases the cases, the latest first
     * @param next where the next page begins, to be handed back as it is; null on the last page
     */
    public record Page(List<Mattered> cases, @Nullable String next) {}

    private record Found(String key, Mattered mattered) {}

    /**
     * Returns the cases in which one of a reading's rules decided.
     *
     * @param reading the reading
     * @param processes the processes whose cases may be read
     * @param after {@link Page#next} of the page before; empty for the first page
     * @param limit how many at most
     * @return the cases; none for a reading without rules
     * @throws IllegalArgumentException when no page begins there
     */
    public Page byRules(Reading reading, Collection<String> processes, String after, int limit) {
        if (reading.rules().isEmpty() || processes.isEmpty()) {
            return new Page(List.of(), null);
        }
        long before = number(after.isEmpty() ? FIRST_RULES : after);
        List<Object> values = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (String rule : reading.rules()) {
            List<String> others = new ArrayList<>();
            for (int i = 0; i < reading.rules().size(); i++) {
                others.add(decided("later"));
            }
            parts.add("(select j.id, j.case_number, j.what, j.written_at from muniflow.journal j"
                    + " join muniflow.case_file f on f.case_number = j.case_number where j.kind = 'RULE' and "
                    + decided("j") + " and j.id < ? and f.process_key in " + places(processes)
                    + " and not exists (select 1 from muniflow.journal later where later.case_number = j.case_number"
                    + " and later.id > j.id and later.kind = 'RULE' and (" + String.join(" or ", others) + "))"
                    + " order by j.id desc fetch first " + (limit + 1) + " rows only)");
            values.add(rule(rule));
            values.add(before);
            values.addAll(processes);
            reading.rules().forEach(other -> values.add(rule(other)));
        }
        List<Found> found = jdbc.sql("select id, case_number, what, written_at from ("
                        + String.join(" union all ", parts) + ") decided order by id desc fetch first " + (limit + 1)
                        + " rows only")
                .params(values)
                .query((row, number) -> found(row, row.getString("id")))
                .list();
        return page(found, limit);
    }

    /**
     * Returns the cases in which one of a reading's clocks ran.
     *
     * @param reading the reading
     * @param processes the processes whose cases may be read
     * @param after {@link Page#next} of the page before; empty for the first page
     * @param limit how many at most
     * @return the cases; none for a reading without clocks
     * @throws IllegalArgumentException when no page begins there
     */
    public Page byClocks(Reading reading, Collection<String> processes, String after, int limit) {
        if (reading.clocks().isEmpty() || processes.isEmpty()) {
            return new Page(List.of(), null);
        }
        String[] place = (after.isEmpty() ? FIRST_CLOCKS : after).split("_", -1);
        OffsetDateTime moment = moment(place);
        List<Object> values = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (String clock : reading.clocks()) {
            parts.add(
                    "(select c.id, c.case_number, c.clock_id as what, c.started_at as written_at from muniflow.clock c"
                            + " where c.clock_id = ? and (c.started_at, c.id) < (?, ?) and c.process_key in "
                            + places(processes)
                            + " and not exists (select 1 from muniflow.clock later where later.case_number = c.case_number"
                            + " and later.clock_id in " + places(reading.clocks())
                            + " and (later.started_at, later.id) > (c.started_at, c.id))"
                            + " order by c.started_at desc, c.id desc fetch first " + (limit + 1) + " rows only)");
            values.add(clock);
            values.add(moment);
            values.add(place[1]);
            values.addAll(processes);
            values.addAll(reading.clocks());
        }
        List<Found> found = jdbc.sql("select id, case_number, what, written_at from ("
                        + String.join(" union all ", parts) + ") ran order by written_at desc, id desc fetch first "
                        + (limit + 1) + " rows only")
                .params(values)
                .query((row, number) -> found(
                        row, row.getObject("written_at", OffsetDateTime.class).toInstant() + "_" + row.getString("id")))
                .list();
        return page(found, limit);
    }

    /** The condition that a line tells of a rule, written as {@link ReadingCaseIndex} has it. */
    private String decided(String line) {
        return postgresql ? ReadingCaseIndex.rule(line + ".what") + " = ?" : line + ".what like ?";
    }

    private String rule(String id) {
        return postgresql ? "Rule " + id : "Rule " + id + ":%";
    }

    private static String places(Collection<String> values) {
        return "(" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")";
    }

    private static Found found(ResultSet row, String key) throws SQLException {
        return new Found(
                key,
                new Mattered(
                        row.getString("case_number"),
                        row.getString("what"),
                        row.getObject("written_at", OffsetDateTime.class)));
    }

    private static Page page(List<Found> found, int limit) {
        List<Found> shown = found.subList(0, Math.min(limit, found.size()));
        return new Page(
                shown.stream().map(Found::mattered).toList(),
                found.size() > limit ? shown.get(limit - 1).key() : null);
    }

    private static long number(String after) {
        try {
            return Long.parseLong(after);
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException("No page of cases begins at '" + after + "'", wrong);
        }
    }

    private static OffsetDateTime moment(String[] place) {
        try {
            if (place.length != 2) {
                throw new IllegalArgumentException("No page of cases begins there");
            }
            return OffsetDateTime.parse(place[0]);
        } catch (java.time.format.DateTimeParseException wrong) {
            throw new IllegalArgumentException("No page of cases begins at '" + place[0] + "'", wrong);
        }
    }
}
