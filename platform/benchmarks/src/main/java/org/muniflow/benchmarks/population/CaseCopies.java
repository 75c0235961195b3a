package org.muniflow.benchmarks.population;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Copies cases with all their rows, some thousands in a transaction: engine history, running instances, files, work items,
 * clocks, documents, letters, journal lines and their seals. The copied seals have the numbers, keys and sizes of real ones
 * and follow one another without gaps; their hashes prove nothing. PostgreSQL only.
 */
final class CaseCopies {

    private static final int CASES_AT_ONCE = 20_000;
    private static final int MANY = 100_000;

    private final DataSource database;
    private final Consumer<String> progress;

    CaseCopies(DataSource database, Consumer<String> progress) {
        this.database = database;
        this.progress = progress;
    }

    private record Column(String name, String type) {}

    /** Remembers the present cases as those to be copied, and gives them titles of people and households. */
    void remember() {
        on(jdbc -> {
            jdbc.sql(BaseCases.TITLES).update();
            jdbc.sql("update muniflow.case_file set title = benchmark_title(process_key, case_number)")
                    .update();
            jdbc.sql(BaseCases.CASES).update();
            jdbc.sql(BaseCases.LINES).update();
            jdbc.sql("create index on benchmark_line (state)").update();
            jdbc.sql("analyze").update();
        });
    }

    /**
     * Copies every remembered case of a state.
     *
     * @param state OPEN or ENDED
     * @param from the number of the first copy; 1 for the first time
     * @param to that of the last copy
     */
    void copy(String state, int from, int to) {
        on(jdbc -> {
            int cases = jdbc.sql("select count(*) from benchmark_case where state = ?")
                    .param(state)
                    .query(Integer.class)
                    .single();
            SecondaryIndexes indexes = new SecondaryIndexes(jdbc);
            List<String> tables =
                    CopiedTable.ALL.stream().map(CopiedTable::name).toList();
            if ((to - from + 1) * (long) cases >= MANY) {
                tables.forEach(indexes::takeOff);
                indexes.takeOff("muniflow.journal");
            }
            List<String> statements = CopiedTable.ALL.stream()
                    .map(table -> statement(jdbc, table))
                    .toList();
            int step = Math.max(1, CASES_AT_ONCE / cases);
            for (int first = from; first <= to; first += step) {
                int last = Math.min(to, first + step - 1);
                jdbc.sql("begin").update();
                for (String statement : statements) {
                    jdbc.sql(statement).params(first, last, state).update();
                }
                journal(jdbc, state, first, last);
                jdbc.sql("commit").update();
                progress.accept(String.format(
                        Locale.ROOT,
                        "%,d of %,d %s cases copied",
                        (last - from + 1) * cases,
                        (to - from + 1) * cases,
                        state.toLowerCase(Locale.ROOT)));
            }
            indexes.putBack(progress);
            jdbc.sql("update muniflow.case_series set last_number = 200000").update();
            progress.accept("vacuum and analyze");
            tables.forEach(table -> jdbc.sql("vacuum (analyze) " + table).update());
            List.of("journal", "journal_seal").forEach(table -> jdbc.sql("vacuum (analyze) muniflow." + table)
                    .update());
            jdbc.sql("checkpoint").update();
        });
    }

    private static String statement(JdbcClient jdbc, CopiedTable table) {
        return "insert into " + table.name() + " (" + names(columns(jdbc, table.name(), Set.of())) + ") select "
                + columns(jdbc, table.name(), Set.of()).stream()
                        .map(column -> table.copied(column.name(), column.type()))
                        .collect(Collectors.joining(", "))
                + " from generate_series(cast(? as integer), cast(? as integer)) k, benchmark_case b, " + table.name()
                + " t where b.state = ? and " + table.join();
    }

    /** Lines and seals in one order, behind all that are there; whoever seals waits for it. */
    private static void journal(JdbcClient jdbc, String state, int first, int last) {
        CopiedTable table = new CopiedTable("muniflow.journal", "", java.util.Map.of());
        List<Column> columns = columns(jdbc, table.name(), Set.of("id"));
        long lines = jdbc.sql("select count(*) from benchmark_line where state = ?")
                .param(state)
                .query(Long.class)
                .single();
        long seals = jdbc.sql("select h.seals from muniflow.case_trail_head t, muniflow.journal_head h for update")
                .query(Long.class)
                .single();
        long highest = jdbc.sql("select max(id) from muniflow.journal")
                .query(Long.class)
                .single();
        String place = "(k - ?::integer) * ?::bigint + b.line";
        String from = " from generate_series(?::integer, ?::integer) k, benchmark_line b, ";
        jdbc.sql("insert into muniflow.journal (id, " + names(columns) + ") select ?::bigint + " + place + ", "
                        + columns.stream()
                                .map(column -> table.copied(column.name(), column.type()))
                                .collect(Collectors.joining(", "))
                        + from + "muniflow.journal t where b.state = ? and t.id = b.id order by k, b.line")
                .params(highest, first, lines, first, last, state)
                .update();
        String hash = "encode(sha256((%s || k)::bytea), 'hex')";
        jdbc.sql("insert into muniflow.journal_seal (seal_number, journal_id, chain, chain_number, chain_hash,"
                        + " city_hash, sealed_at) select ?::bigint + " + place + ", ?::bigint + " + place
                        + ", 'case ' || "
                        + CopiedTable.NUMBER + ", t.chain_number, " + hash.formatted("t.chain_hash") + ", "
                        + hash.formatted("t.city_hash") + ", t.sealed_at - b.back * k" + from
                        + "muniflow.journal_seal t where b.state = ? and t.journal_id = b.id order by k, b.line")
                .params(seals, first, lines, highest, first, lines, first, last, state)
                .update();
        long added = (last - first + 1) * lines;
        jdbc.sql("update muniflow.journal_head set seals = seals + ?, highest_id = ?, city_hash ="
                        + " (select city_hash from muniflow.journal_seal where seal_number = ?)")
                .params(added, highest + added, seals + added)
                .update();
        jdbc.sql("update muniflow.case_trail_head set seal_number = ?")
                .param(seals + added)
                .update();
        jdbc.sql("select setval(pg_get_serial_sequence('muniflow.journal', 'id'), ?)")
                .param(highest + added)
                .query(Long.class)
                .single();
    }

    private static List<Column> columns(JdbcClient jdbc, String table, Set<String> without) {
        return jdbc
                .sql("select attname::text as name, format_type(atttypid, null) as type from pg_attribute"
                        + " where attrelid = ?::regclass and attnum > 0 and not attisdropped order by attnum")
                .param(table)
                .query(Column.class)
                .list()
                .stream()
                .filter(column -> !without.contains(column.name()))
                .toList();
    }

    private static String names(List<Column> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    /** Works on a connection of its own, whose statements may take long. */
    private void on(Consumer<JdbcClient> work) {
        try (Connection connection = database.getConnection()) {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            jdbc.sql("set statement_timeout = 0").update();
            jdbc.sql("set maintenance_work_mem = '1GB'").update();
            jdbc.sql("set work_mem = '256MB'").update();
            work.accept(jdbc);
            jdbc.sql("reset all").update();
        } catch (SQLException e) {
            throw new IllegalStateException("The cases could not be copied", e);
        }
    }
}
