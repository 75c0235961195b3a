package org.muniflow.casework.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muniflow.casework.cases.CaseFiles;
import org.muniflow.casework.document.DocumentDisposal;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.casework.journal.JournalEntry.Kind;
import org.muniflow.kernel.spi.CaseHistories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Destroys the records of ended cases: one person asks for a batch, a second agrees. Each case is looked at again at the end,
 * in a transaction of its own: whether its period has passed, and whether a hold keeps it. What is destroyed are its documents,
 * its steps, the addresses of its letters and the engine's history; the case file and the journal stay and say so.
 */
final class Disposals {

    private final JdbcClient jdbc;
    private final CaseFiles cases;
    private final Retention retention;
    private final LegalHolds holds;
    private final DocumentDisposal documents;
    private final CaseHistories histories;
    private final CaseJournal journal;
    private final TransactionOperations transactions;
    private final Clock clock;

    Disposals(
            JdbcClient jdbc,
            CaseFiles cases,
            Retention retention,
            LegalHolds holds,
            DocumentDisposal documents,
            CaseHistories histories,
            CaseJournal journal,
            TransactionOperations transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.retention = retention;
        this.holds = holds;
        this.documents = documents;
        this.histories = histories;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A batch: who asked for it and why, and what became of it: ASKED, DONE or DECLINED. */
    public record Batch(
            String id,
            String state,
            String reason,
            String askedBy,
            OffsetDateTime askedAt,
            @Nullable String answeredBy) {}

    /**
     * What would happen to a case, or has happened.
     *
     * @param caseNumber the case
     * @param versions how many versions of documents it has
     * @param size their size in bytes
     * @param refusal why it cannot be disposed of; null when it can
     */
    public record Prospect(
            String caseNumber,
            int versions,
            long size,
            @Nullable String refusal) {}

    Prospect prospect(String caseNumber) {
        List<DocumentDisposal.Gone> kept = documents.ofCase(caseNumber);
        return new Prospect(
                caseNumber,
                kept.size(),
                kept.stream().mapToLong(DocumentDisposal.Gone::size).sum(),
                refusal(caseNumber));
    }

    private @Nullable String refusal(String caseNumber) {
        CaseFiles.Row file = cases.row(caseNumber).orElse(null);
        if (file == null || file.endedAt() == null || !file.state().equals("ENDED")) {
            return "The case is open, or there is none.";
        }
        if (disposedAt(caseNumber).isPresent()) {
            return "Its record was disposed of already.";
        }
        if (holds.holds(caseNumber)) {
            return "A legal hold keeps it.";
        }
        LocalDate until = retention.of(file).map(Retention.Kept::until).orElse(null);
        if (until == null) {
            return "The city has set no period for its series.";
        }
        return until.isBefore(LocalDate.now(clock)) ? null : "It has to be kept until " + until + ".";
    }

    /** Returns when the record of a case was disposed of; empty while it is kept. */
    Optional<OffsetDateTime> disposedAt(String caseNumber) {
        return jdbc.sql("select max(disposed_at) from muniflow.disposal_case where case_number = ?"
                        + " having max(disposed_at) is not null")
                .param(caseNumber)
                .query(OffsetDateTime.class)
                .optional();
    }

    /**
     * Asks for a batch.
     *
     * @return its id
     * @throws IllegalArgumentException when no case is named, or one of them may not be disposed of
     */
    String ask(List<String> caseNumbers, String reason, String by) {
        if (caseNumbers.isEmpty()) {
            throw new IllegalArgumentException("Choose at least one case");
        }
        for (String caseNumber : caseNumbers) {
            String refusal = refusal(caseNumber);
            if (refusal != null) {
                throw new IllegalArgumentException("Case " + caseNumber + " cannot be disposed of: " + refusal);
            }
        }
        String id = UUID.randomUUID().toString();
        transactions.executeWithoutResult(status -> {
            jdbc.sql(
                            "insert into muniflow.disposal (id, state, reason, asked_by, asked_at) values (?, 'ASKED', ?, ?, ?)")
                    .params(id, reason, by, OffsetDateTime.now(clock))
                    .update();
            for (String caseNumber : caseNumbers) {
                jdbc.sql("insert into muniflow.disposal_case (disposal_id, case_number) values (?, ?)")
                        .params(id, caseNumber)
                        .update();
                journal.write(caseNumber, Kind.NOTE, "The disposal of the record was asked for: " + reason, "");
            }
        });
        return id;
    }

    List<Batch> waiting(int limit) {
        return batches("state = 'ASKED' order by asked_at, id fetch first " + limit + " rows only", List.of());
    }

    Optional<Batch> find(String id) {
        return batches("id = ?", List.of(id)).stream().findFirst();
    }

    private List<Batch> batches(String where, List<String> values) {
        return jdbc.sql("select * from muniflow.disposal where " + where)
                .params(values)
                .query((row, number) -> new Batch(
                        row.getString("id"),
                        row.getString("state"),
                        row.getString("reason"),
                        row.getString("asked_by"),
                        Objects.requireNonNull(row.getObject("asked_at", OffsetDateTime.class)),
                        row.getString("answered_by")))
                .list();
    }

    List<String> cases(String id) {
        return jdbc.sql("select case_number from muniflow.disposal_case where disposal_id = ? order by case_number")
                .param(id)
                .query(String.class)
                .list();
    }

    /**
     * Agrees to a batch and disposes of its cases, one after the other.
     *
     * @return the cases that were left as they are, each with its reason
     * @throws IllegalArgumentException when the same person asked, or it was answered already
     */
    List<String> agree(Batch batch, String by) {
        if (by.equals(batch.askedBy())) {
            throw new IllegalArgumentException("You asked for this yourself; let a second person agree");
        }
        answer(batch, "DONE", by);
        List<String> left = new ArrayList<>();
        for (String caseNumber : cases(batch.id())) {
            String refusal = transactions.execute(status -> dispose(batch, caseNumber, by));
            if (refusal != null && !refusal.isEmpty()) {
                left.add(caseNumber + ": " + refusal);
            }
        }
        documents.removeFiles();
        return left;
    }

    void decline(Batch batch, String by) {
        answer(batch, "DECLINED", by);
        cases(batch.id())
                .forEach(caseNumber -> transactions.executeWithoutResult(status -> journal.write(
                        caseNumber, Kind.NOTE, "The disposal of the record was refused or taken back.", "")));
    }

    private void answer(Batch batch, String state, String by) {
        int answered = jdbc.sql("update muniflow.disposal set state = ?, answered_by = ?, answered_at = ?"
                        + " where id = ? and state = 'ASKED'")
                .params(state, by, OffsetDateTime.now(clock), batch.id())
                .update();
        if (answered == 0) {
            throw new IllegalArgumentException("The request was answered already");
        }
    }

    /** Disposes of one case; returns why it was left, empty when it was not. */
    private String dispose(Batch batch, String caseNumber, String by) {
        holds.lock(caseNumber);
        String refusal = refusal(caseNumber);
        if (refusal != null) {
            jdbc.sql("update muniflow.disposal_case set refused = ? where disposal_id = ? and case_number = ?")
                    .params(refusal, batch.id(), caseNumber)
                    .update();
            return refusal;
        }
        List<DocumentDisposal.Gone> gone = documents.dispose(caseNumber);
        jdbc.sql("delete from muniflow.case_trail where case_number = ?")
                .param(caseNumber)
                .update();
        jdbc.sql("update muniflow.notice set to_name = '', to_address = '', to_email = null, inbox_of = null,"
                        + " subject = 'disposed of'"
                        + " where case_number = ? and state <> 'QUEUED'")
                .param(caseNumber)
                .update();
        histories.delete(caseNumber);
        jdbc.sql("update muniflow.disposal_case set disposed_at = ? where disposal_id = ? and case_number = ?")
                .params(OffsetDateTime.now(clock), batch.id(), caseNumber)
                .update();
        journal.write(
                caseNumber,
                Kind.NOTE,
                "The record was disposed of: " + gone.size() + (gone.size() == 1 ? " file" : " files") + ". Asked by "
                        + batch.askedBy() + ", agreed by " + by + ": " + batch.reason(),
                "");
        gone.forEach(one -> journal.write(
                caseNumber,
                Kind.NOTE,
                "Disposed of: " + (one.forEverybody() ? one.type() : "a document that was not for everybody")
                        + ", version " + one.version() + ", SHA-256 " + one.sha256() + ".",
                ""));
        return "";
    }
}
