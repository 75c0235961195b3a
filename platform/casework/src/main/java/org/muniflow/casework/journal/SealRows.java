package org.muniflow.casework.journal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sealer's own tables. */
final class SealRows {

    private static final String LINES = "select " + Line.COLUMNS + " from muniflow.journal j ";

    // The bounds say to the database that few of very many lines are meant.
    private static final String IN_GAPS = "join muniflow.journal_gap g on j.id between g.low and g.high"
            + " where j.id >= (select min(low) from muniflow.journal_gap)"
            + " and j.id <= (select max(high) from muniflow.journal_gap)";

    private final JdbcClient jdbc;
    private final JdbcOperations batches;

    SealRows(JdbcClient jdbc, JdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** How far the sealer has come. */
    record Head(long seals, String cityHash, long highestId) {}

    /** The last seal of a chain. */
    record Last(long number, String hash) {}

    /** A seal with the city's hash up to it. */
    record Sealed(Seal seal, String cityHash) {}

    Head head() {
        return jdbc.sql("select seals, city_hash, highest_id from muniflow.journal_head where id = 1")
                .query(Head.class)
                .single();
    }

    /** Makes this transaction the city's sealer; empty while another is. */
    Optional<Head> lock() {
        if (postgresql()) {
            // A machine that hangs keeps its connection, and with it the lock.
            jdbc.sql("select set_config('idle_in_transaction_session_timeout', '30s', true)")
                    .query(String.class)
                    .single();
        }
        return jdbc.sql("select seals, city_hash, highest_id from muniflow.journal_head where id = 1"
                        + " for update skip locked")
                .query(Head.class)
                .optional();
    }

    private boolean postgresql() {
        return Boolean.TRUE.equals(batches.execute((ConnectionCallback<Boolean>)
                connection -> connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")));
    }

    boolean waiting() {
        return jdbc.sql("select 1 from muniflow.journal where id > (select highest_id from muniflow.journal_head"
                        + " where id = 1) union all select 1 from muniflow.journal j " + IN_GAPS
                        + " fetch first 1 rows only")
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    List<Gap> gaps() {
        return jdbc.sql("select low, high, seen_at from muniflow.journal_gap order by low")
                .query((row, number) -> new Gap(
                        row.getLong("low"), row.getLong("high"), row.getObject("seen_at", OffsetDateTime.class)))
                .list();
    }

    List<Line> inGaps() {
        return jdbc.sql(LINES + IN_GAPS + " order by j.id")
                .query((row, number) -> Line.of(row))
                .list();
    }

    List<Line> after(long id, int limit) {
        return jdbc.sql(LINES + "where j.id > ? order by j.id fetch first ? rows only")
                .params(id, limit)
                .query((row, number) -> Line.of(row))
                .list();
    }

    Map<String, Last> last(Set<String> chains) {
        Map<String, Last> last = new HashMap<>();
        jdbc.sql("select s.chain, s.chain_number, s.chain_hash from (select chain, max(chain_number) as newest"
                        + " from muniflow.journal_seal where chain in (:chains) group by chain) m"
                        + " join muniflow.journal_seal s on s.chain = m.chain and s.chain_number = m.newest")
                .param("chains", chains)
                .query((row, number) -> last.put(
                        row.getString("chain"), new Last(row.getLong("chain_number"), row.getString("chain_hash"))))
                .list();
        return last;
    }

    void add(List<Sealed> seals) {
        batches.batchUpdate(
                "insert into muniflow.journal_seal (seal_number, journal_id, chain, chain_number, chain_hash, city_hash,"
                        + " sealed_at) values (?, ?, ?, ?, ?, ?, ?)",
                seals.stream()
                        .map(done -> new Object[] {
                            done.seal().number(),
                            done.seal().lineId(),
                            done.seal().chain(),
                            done.seal().chainNumber(),
                            done.seal().chainHash(),
                            done.cityHash(),
                            moment(done.seal().sealedAt())
                        })
                        .toList());
    }

    void advance(Head head) {
        jdbc.sql("update muniflow.journal_head set seals = ?, city_hash = ?, highest_id = ? where id = 1")
                .params(head.seals(), head.cityHash(), head.highestId())
                .update();
    }

    void replaceGaps(List<Gap> before, List<Gap> now) {
        List<Gap> gone = new ArrayList<>(before);
        gone.removeAll(now);
        List<Gap> added = new ArrayList<>(now);
        added.removeAll(before);
        gone.forEach(gap -> jdbc.sql("delete from muniflow.journal_gap where low = ?")
                .param(gap.low())
                .update());
        added.forEach(gap -> jdbc.sql("insert into muniflow.journal_gap (low, high, seen_at) values (?, ?, ?)")
                .params(gap.low(), gap.high(), gap.seenAt())
                .update());
    }

    private static OffsetDateTime moment(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
