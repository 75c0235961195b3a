package org.muniflow.casework.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muniflow.casework.cases.CaseFiles;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.casework.journal.JournalEntry.Kind;
import org.muniflow.kernel.spi.CaseHistories;
import org.muniflow.kernel.spi.HeldCases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Legal holds on cases and on records. A held case is kept whole: its documents and steps are not disposed of, and the engine's
 * clean-up leaves its history, until every hold on it has been released.
 */
public final class LegalHolds implements HeldCases {

    private static final String OPEN = " from muniflow.legal_hold where released_at is null";

    private final JdbcClient jdbc;
    private final CaseFiles cases;
    private final CaseHistories histories;
    private final CaseJournal journal;
    private final TransactionOperations transactions;
    private final Clock clock;

    LegalHolds(
            JdbcClient jdbc,
            CaseFiles cases,
            CaseHistories histories,
            CaseJournal journal,
            TransactionOperations transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.histories = histories;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A hold.
     *
     * @param id its id
     * @param caseNumber the case that it keeps; null when it keeps all cases of a record
     * @param recordId the record whose cases it keeps; null when it keeps one case
     * @param reason why
     * @param authority by what: a law suit, an order, a request
     * @param placedBy who placed it
     * @param placedAt when
     * @param releasedBy who released it; null while it holds
     * @param releasedAt when; null while it holds
     * @param releaseReason why it was released; null while it holds
     */
    public record Hold(
            String id,
            @Nullable String caseNumber,
            @Nullable String recordId,
            String reason,
            String authority,
            String placedBy,
            OffsetDateTime placedAt,
            @Nullable String releasedBy,
            @Nullable OffsetDateTime releasedAt,
            @Nullable String releaseReason) {}

    @Override
    public List<String> all() {
        return jdbc.sql("select case_number" + OPEN + " and case_number is not null"
                        + " union select f.case_number from muniflow.case_file f join muniflow.legal_hold h"
                        + " on h.record_id = f.record_id where h.released_at is null")
                .query(String.class)
                .list();
    }

    @Override
    public List<String> among(Collection<String> caseNumbers) {
        return caseNumbers.stream().filter(this::holds).toList();
    }

    /** Tells whether a case is held, itself or by its record or the record of one of its documents. */
    boolean holds(String caseNumber) {
        return jdbc.sql("select count(*)" + OPEN + " and (case_number = ?"
                                + " or record_id in (select record_id from muniflow.case_file where case_number = ?)"
                                + " or record_id in (select record_id from muniflow.document where case_number = ?))")
                        .params(caseNumber, caseNumber, caseNumber)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Returns the holds on a case or its record, the latest first, also released ones.
     *
     * @param file the case
     * @return the holds; may be empty
     */
    public List<Hold> of(CaseFiles.Row file) {
        return jdbc.sql("select * from muniflow.legal_hold where case_number = ? or (record_id = ? and record_id <> '')"
                        + " order by placed_at desc, id")
                .params(file.caseNumber(), file.recordId())
                .query(LegalHolds::hold)
                .list();
    }

    /** Returns the holds that hold, the latest first. */
    List<Hold> open(int limit) {
        return jdbc.sql("select *" + OPEN + " order by placed_at desc, id fetch first ? rows only")
                .param(limit)
                .query(LegalHolds::hold)
                .list();
    }

    Optional<Hold> find(String id) {
        return jdbc.sql("select * from muniflow.legal_hold where id = ?")
                .param(id)
                .query(LegalHolds::hold)
                .optional();
    }

    /**
     * Places a hold. It holds from the commit on; a disposal that is under way at this moment comes before or after it as a whole.
     *
     * @param file the case
     * @param wholeRecord whether all cases of its record are held, also later ones
     * @param reason why
     * @param authority by what
     * @param by who places it
     */
    void place(CaseFiles.Row file, boolean wholeRecord, String reason, String authority, String by) {
        transactions.executeWithoutResult(status -> {
            List<String> kept = wholeRecord ? ofRecord(file.recordId()) : List.of(file.caseNumber());
            kept.forEach(this::lock);
            jdbc.sql("insert into muniflow.legal_hold (id, case_number, record_id, reason, authority, placed_by,"
                            + " placed_at) values (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            UUID.randomUUID().toString(),
                            wholeRecord ? null : file.caseNumber(),
                            wholeRecord ? file.recordId() : null,
                            reason,
                            authority,
                            by,
                            OffsetDateTime.now(clock))
                    .update();
            histories.keep(kept);
            kept.forEach(number ->
                    journal.write(number, Kind.NOTE, "A legal hold was placed (" + authority + "): " + reason, ""));
        });
    }

    /**
     * Releases a hold.
     *
     * @param hold the hold
     * @param reason why
     * @param by who releases it
     * @throws IllegalArgumentException when it was released already
     */
    void release(Hold hold, String reason, String by) {
        transactions.executeWithoutResult(status -> {
            int released = jdbc.sql(
                            "update muniflow.legal_hold set released_by = ?, released_at = ?, release_reason = ?"
                                    + " where id = ? and released_at is null")
                    .params(by, OffsetDateTime.now(clock), reason, hold.id())
                    .update();
            if (released == 0) {
                throw new IllegalArgumentException("The hold was released already");
            }
            String caseNumber = hold.caseNumber();
            List<String> freed = caseNumber == null ? ofRecord(String.valueOf(hold.recordId())) : List.of(caseNumber);
            for (String number : freed) {
                if (!holds(number)) {
                    histories.release(number);
                }
                journal.write(number, Kind.NOTE, "A legal hold was released (" + hold.authority() + "): " + reason, "");
            }
        });
    }

    /** Locks a case until the transaction ends, so that a hold and a disposal come one after the other. */
    void lock(String caseNumber) {
        jdbc.sql("select case_number from muniflow.case_file where case_number = ? for update")
                .param(caseNumber)
                .query(String.class)
                .optional();
    }

    private List<String> ofRecord(String recordId) {
        return new ArrayList<>(
                cases.ofRecord(recordId).stream().map(CaseFiles.Row::caseNumber).toList());
    }

    private static Hold hold(ResultSet row, int number) throws SQLException {
        return new Hold(
                row.getString("id"),
                row.getString("case_number"),
                row.getString("record_id"),
                row.getString("reason"),
                row.getString("authority"),
                row.getString("placed_by"),
                Objects.requireNonNull(row.getObject("placed_at", OffsetDateTime.class)),
                row.getString("released_by"),
                row.getObject("released_at", OffsetDateTime.class),
                row.getString("release_reason"));
    }
}
