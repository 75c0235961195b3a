package org.muniflow.casework.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniflow.casework.journal.JournalCheck.Tail;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the check of the journal reads. */
final class CheckRows {

    private static final String NO_SEAL =
            " not exists (select 1 from muniflow.journal_seal s where s.journal_id = j.id)";
    private static final String HEAD = "(select highest_id from muniflow.journal_head where id = 1)";

    private final JdbcClient jdbc;

    CheckRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A seal with what it is about.
     *
     * @param seal the seal
     * @param cityHash the city's hash up to it, as it stands there
     * @param chainBefore the hash of the seal before it in its chain; null when that is gone
     * @param line the line; null when it is gone
     */
    record Checked(
            Seal seal,
            String cityHash,
            @Nullable String chainBefore,
            @Nullable Line line) {}

    /**
     * Where the seals end.
     *
     * @param seals how many were made
     * @param cityHash the hash up to the last
     * @param newest the number of the last that is there; null without any
     * @param hash the hash that stands there; null without
     */
    record Ends(
            long seals,
            String cityHash,
            @Nullable Long newest,
            @Nullable String hash) {}

    /** One statement, so that the sealer does not come between. */
    Ends ends() {
        return jdbc.sql("select h.seals, h.city_hash, (select max(seal_number) from muniflow.journal_seal) as newest,"
                        + " (select s.city_hash from muniflow.journal_seal s where s.seal_number = h.seals) as hash"
                        + " from muniflow.journal_head h where h.id = 1")
                .query((row, number) -> new Ends(
                        row.getLong("seals"),
                        row.getString("city_hash"),
                        row.getObject("newest", Long.class),
                        row.getString("hash")))
                .single();
    }

    /** The seals of a page in order, with the one before it. */
    List<Checked> seals(long after, long to) {
        return jdbc.sql("select s.seal_number, s.journal_id, s.chain, s.chain_number, s.chain_hash, s.city_hash,"
                        + " s.sealed_at, p.chain_hash as chain_before, " + Line.COLUMNS
                        + " from muniflow.journal_seal s"
                        + " left join muniflow.journal_seal p on p.chain = s.chain and p.chain_number = s.chain_number - 1"
                        + " left join muniflow.journal j on j.id = s.journal_id"
                        + " where s.seal_number >= ? and s.seal_number <= ? order by s.seal_number")
                .params(after, to)
                .query((row, number) -> checked(row))
                .list();
    }

    private static Checked checked(ResultSet row) throws SQLException {
        Seal seal = Seal.of(row);
        row.getLong("id");
        Line line = row.wasNull() ? null : Line.of(row);
        String before = seal.chainNumber() == 1 ? Hashes.NONE : row.getString("chain_before");
        return new Checked(seal, row.getString("city_hash"), before, line);
    }

    Optional<String> cityHash(long seal) {
        return jdbc.sql("select city_hash from muniflow.journal_seal where seal_number = ?")
                .param(seal)
                .query(String.class)
                .optional();
    }

    /** Lines without a seal that the sealer has passed long ago. */
    List<Line> unsealed(int limit) {
        return jdbc.sql("select " + Line.COLUMNS + " from muniflow.journal j where j.id <= " + HEAD + " and" + NO_SEAL
                        + " and not exists (select 1 from muniflow.journal_gap g where j.id between g.low and g.high)"
                        + " order by j.id fetch first ? rows only")
                .param(limit)
                .query((row, number) -> Line.of(row))
                .list();
    }

    Tail tail() {
        return jdbc.sql("select count(*) as lines, min(written_at) as oldest from muniflow.journal j where"
                        + " (j.id > " + HEAD + " or exists (select 1 from muniflow.journal_gap g"
                        + " where j.id between g.low and g.high)) and" + NO_SEAL)
                .query((row, number) -> new Tail(row.getLong("lines"), row.getObject("oldest", OffsetDateTime.class)))
                .single();
    }
}
