package org.muniflow.casework.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniflow.casework.journal.JournalEntry.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the journal tells of a case: its own lines and those of its record, in the order of their numbers, which is that of time.
 * Whoever asks has checked that the reader may see the case.
 */
public final class CaseAccount {

    private static final String CASE = " from muniflow.journal j where j.case_number = ?";
    private static final String RECORD =
            " from muniflow.journal j where j.record_id = ? and j.module = ? and j.case_number is null";

    private final JdbcClient jdbc;

    CaseAccount(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whose account it is.
     *
     * @param caseNumber the case
     * @param module the module that keeps its record; null when that is not known
     * @param recordId the record; empty if none
     */
    public record Subject(String caseNumber, @Nullable String module, String recordId) {

        boolean hasRecord() {
            return module != null && !recordId.isBlank();
        }
    }

    /** How a line stands to its seal. */
    public enum Proof {
        /** It is what was sealed. */
        SEALED,
        /** It was written a few seconds ago, and the sealer has not come yet. */
        WAITING,
        /** It is not what was sealed, or the seal before it in its chain is gone. */
        CHANGED
    }

    /**
     * A line with its seal.
     *
     * @param entry the line
     * @param proof how it stands to its seal
     * @param seal the seal's number; null while it waits
     * @param sealedAt when it was sealed; null while it waits
     */
    public record Told(
            JournalEntry entry,
            Proof proof,
            @Nullable Long seal,
            @Nullable OffsetDateTime sealedAt) {}

    /**
     * Returns the newest lines, the oldest of them first.
     *
     * @param subject whose
     * @param limit how many at most
     * @return the lines; may be empty
     */
    public List<JournalEntry> newest(Subject subject, int limit) {
        List<Object> values = new ArrayList<>();
        String lines = lines(subject, Set.of(), Long.MAX_VALUE, limit, true, values);
        List<JournalEntry> found =
                new ArrayList<>(jdbc.sql(lines + " order by id desc fetch first " + limit + " rows only")
                        .params(values)
                        .query(CaseJournal::entry)
                        .list());
        Collections.reverse(found);
        return found;
    }

    /**
     * Returns a page of lines, oldest first, each compared with its seal.
     *
     * @param subject whose
     * @param kinds the kinds of lines wanted; empty for all
     * @param after the number of the last line seen; 0 for the first page
     * @param limit how many at most
     * @return the lines; may be empty
     */
    public List<Told> page(Subject subject, Set<Kind> kinds, long after, int limit) {
        List<Object> values = new ArrayList<>();
        String lines = lines(subject, kinds, after, limit, false, values);
        return jdbc.sql(
                        "select l.*, s.seal_number, s.chain_number, s.chain_hash, s.sealed_at, b.chain_hash as before_hash from ("
                                + lines + " order by id fetch first " + limit
                                + " rows only) l left join muniflow.journal_seal s on s.journal_id = l.id"
                                + " left join muniflow.journal_seal b on b.chain = s.chain and b.chain_number = s.chain_number - 1"
                                + " order by l.id")
                .params(values)
                .query((row, number) -> told(row))
                .list();
    }

    /**
     * Returns the newest answers of rules and decision tables in a case's steps, the oldest of them first.
     *
     * @param caseNumber the case
     * @param limit how many at most
     * @return the answers; may be empty
     */
    public List<FiredRule> rules(String caseNumber, int limit) {
        List<FiredRule> found = new ArrayList<>(jdbc.sql("select " + Line.COLUMNS + CASE
                        + " and j.kind = 'RULE' order by j.id desc fetch first " + limit + " rows only")
                .param(caseNumber)
                .query((row, number) -> FiredRule.of(CaseJournal.entry(row, number)))
                .list());
        Collections.reverse(found);
        return found;
    }

    /** The lines of the case and of its record: each part is read in the order of its index, and no further than needed. */
    private static String lines(
            Subject subject, Set<Kind> kinds, long edge, int limit, boolean backwards, List<Object> values) {
        String only = kinds.isEmpty()
                ? ""
                : " and j.kind in ("
                        + new TreeSet<>(kinds)
                                .stream().map(kind -> "'" + kind.name() + "'").collect(Collectors.joining(", "))
                        + ")";
        String rest = only + " and j.id " + (backwards ? "<" : ">") + " ? order by j.id " + (backwards ? "desc " : "")
                + "fetch first " + limit + " rows only)";
        values.add(subject.caseNumber());
        values.add(edge);
        String all = "select * from ((select " + Line.COLUMNS + CASE + rest;
        if (subject.hasRecord()) {
            values.add(subject.recordId());
            values.add(String.valueOf(subject.module()));
            values.add(edge);
            all += " union all (select " + Line.COLUMNS + RECORD + rest;
        }
        return all + ") a";
    }

    private static Told told(ResultSet row) throws SQLException {
        JournalEntry entry = CaseJournal.entry(row, 0);
        long seal = row.getLong("seal_number");
        if (row.wasNull()) {
            return new Told(entry, Proof.WAITING, null, null);
        }
        String before = row.getLong("chain_number") == 1 ? Hashes.NONE : row.getString("before_hash");
        boolean same = before != null && Hashes.chain(before, Line.of(row)).equals(row.getString("chain_hash"));
        return new Told(
                entry, same ? Proof.SEALED : Proof.CHANGED, seal, row.getObject("sealed_at", OffsetDateTime.class));
    }
}
