package org.muniflow.casework.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.Notice.Channel;
import org.muniflow.casework.notice.OutboxNotice.State;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code muniflow.notice}. Every change names the state it expects, so that two people never both win. */
final class Outbox {

    private static final String SELECT = "select * from muniflow.notice where ";

    private final JdbcClient jdbc;

    Outbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(OutboxNotice notice, Instant at) {
        jdbc.sql(
                        "insert into muniflow.notice (id, module, case_number, process_key, letter_key, subject, channel, to_name, to_address,"
                                + " to_email, cites, clock_on_receipt, document_id, state, letter_on, created_at, message_id,"
                                + " attempts, next_try_at, possibly_twice, language, inbox_of)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, false, ?, ?)")
                .params(
                        notice.id(),
                        notice.module(),
                        notice.caseNumber(),
                        notice.processKey(),
                        notice.letterKey(),
                        notice.subject(),
                        notice.channel().name(),
                        notice.toName(),
                        String.join("\n", notice.toAddress()),
                        notice.toEmail(),
                        notice.cites(),
                        notice.clockOnReceipt(),
                        notice.documentId(),
                        notice.state().name(),
                        notice.letterOn(),
                        utc(at),
                        notice.messageId(),
                        utc(at),
                        notice.language(),
                        notice.inboxOf())
                .update();
    }

    Optional<OutboxNotice> find(String id) {
        return jdbc.sql(SELECT + "id = ?").param(id).query(Outbox::notice).optional();
    }

    List<OutboxNotice> ofCase(String caseNumber) {
        return jdbc.sql(SELECT + "case_number = ? order by created_at, id")
                .param(caseNumber)
                .query(Outbox::notice)
                .list();
    }

    /**
     * A letter that is not done with.
     *
     * @param caseNumber the case
     * @param startsClock whether its receipt will start a clock
     */
    record Pending(String caseNumber, boolean startsClock) {}

    /** Returns a module's letters that are not sent, or whose receipt is awaited since it starts a clock. */
    List<Pending> pending(String module) {
        return jdbc.sql("select case_number, clock_on_receipt from muniflow.notice where module = ?"
                        + " and (state = 'QUEUED' or state = 'SENT' and clock_on_receipt is not null"
                        + " and receipt_decision is null)"
                        + " order by case_number, created_at")
                .param(module)
                .query((row, number) -> new Pending(row.getString(1), row.getString(2) != null))
                .list();
    }

    /** Takes back what waits to be sent in a case; an e-mail whose try is under way has left already. */
    int withdraw(String caseNumber) {
        return jdbc.sql("update muniflow.notice set state = 'WITHDRAWN'"
                        + " where case_number = ? and state = 'QUEUED' and sending_since is null")
                .param(caseNumber)
                .update();
    }

    List<OutboxNotice> dueForMail(Instant now, Instant abandonedBefore) {
        return jdbc.sql(SELECT + "state = 'QUEUED' and channel = 'ELECTRONIC' and next_try_at <= ?"
                        + " and (sending_since is null or sending_since < ?)"
                        + " order by created_at, id fetch first 50 rows only")
                .params(utc(now), utc(abandonedBefore))
                .query(Outbox::notice)
                .list();
    }

    /** Takes a notice for one try; false when another node has it. */
    boolean claim(OutboxNotice notice, Instant now) {
        return jdbc.sql("update muniflow.notice set attempts = attempts + 1, sending_since = ?, possibly_twice = ?"
                                + " where id = ? and state = 'QUEUED' and attempts = ?")
                        .params(
                                utc(now),
                                notice.possiblyTwice() || notice.sendingSince() != null,
                                notice.id(),
                                notice.attempts())
                        .update()
                == 1;
    }

    /** Keeps why a try failed, and when the next one is due; null holds the notice until an operator lets it be tried. */
    void failed(String id, String error, @Nullable Instant next) {
        jdbc.sql("update muniflow.notice set sending_since = null, last_error = ?, next_try_at = ?"
                        + " where id = ? and state = 'QUEUED'")
                .params(error, next == null ? null : utc(next), id)
                .update();
    }

    void accepted(String id, LocalDate on) {
        jdbc.sql("update muniflow.notice set state = 'SENT', mailed_on = ?, sending_since = null, last_error = null"
                        + " where id = ? and state = 'QUEUED'")
                .params(on, id)
                .update();
    }

    /** Marks a letter as printed; false when somebody has printed it or it does not wait any more. */
    boolean printed(String id, OutboxNotice.Print print) {
        return jdbc.sql("update muniflow.notice set printed_at = ?, printed_by = ?, print_run = ?"
                                + " where id = ? and state = 'QUEUED' and printed_at is null")
                        .params(utc(print.at()), print.by(), print.run(), id)
                        .update()
                == 1;
    }

    List<OutboxNotice> ofRun(String run) {
        return jdbc.sql(SELECT + "print_run = ? order by created_at, id")
                .param(run)
                .query(Outbox::notice)
                .list();
    }

    /** Keeps what was decided without proof of receipt; false when the letter has changed. */
    boolean decided(String id, ReceiptDecision decision) {
        return jdbc.sql(
                                "update muniflow.notice set receipt_decision = ?, receipt_decided_by = ?, receipt_decided_on = ?,"
                                        + " receipt_reason = ? where id = ? and state in ('SENT', 'RETURNED')"
                                        + " and receipt_decision is null")
                        .params(decision.kind().name(), decision.by(), decision.on(), decision.reason(), id)
                        .update()
                == 1;
    }

    boolean mailed(String id, LocalDate on, @Nullable String articleNumber) {
        return jdbc.sql("update muniflow.notice set state = 'SENT', mailed_on = ?, article_number = ?"
                                + " where id = ? and state = 'QUEUED'")
                        .params(on, articleNumber, id)
                        .update()
                == 1;
    }

    boolean received(String id, LocalDate on) {
        return jdbc.sql("update muniflow.notice set state = 'RECEIVED', received_on = ?"
                                + " where id = ? and state in ('SENT', 'RETURNED')")
                        .params(on, id)
                        .update()
                == 1;
    }

    boolean returned(String id, LocalDate on) {
        return jdbc.sql(
                                "update muniflow.notice set state = 'RETURNED', returned_on = ? where id = ? and state = 'SENT'")
                        .params(on, id)
                        .update()
                == 1;
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static OutboxNotice notice(ResultSet row, int number) throws SQLException {
        return new OutboxNotice(
                row.getString("id"),
                row.getString("module"),
                row.getString("case_number"),
                row.getString("process_key"),
                row.getString("letter_key"),
                row.getString("subject"),
                Channel.valueOf(row.getString("channel")),
                row.getString("to_name"),
                row.getString("to_address").lines().toList(),
                row.getString("to_email"),
                row.getString("cites"),
                row.getString("clock_on_receipt"),
                row.getString("document_id"),
                State.valueOf(row.getString("state")),
                row.getObject("letter_on", LocalDate.class),
                row.getObject("mailed_on", LocalDate.class),
                row.getString("article_number"),
                row.getObject("received_on", LocalDate.class),
                row.getObject("returned_on", LocalDate.class),
                row.getString("message_id"),
                row.getInt("attempts"),
                moment(row, "sending_since"),
                row.getString("last_error"),
                row.getBoolean("possibly_twice"),
                row.getString("language"),
                row.getString("inbox_of"),
                moment(row, "first_read_at"),
                print(row),
                decision(row));
    }

    private static OutboxNotice.@Nullable Print print(ResultSet row) throws SQLException {
        Instant at = moment(row, "printed_at");
        return at == null ? null : new OutboxNotice.Print(at, row.getString("printed_by"), row.getString("print_run"));
    }

    private static @Nullable ReceiptDecision decision(ResultSet row) throws SQLException {
        String kind = row.getString("receipt_decision");
        return kind == null
                ? null
                : new ReceiptDecision(
                        ReceiptDecision.Kind.valueOf(kind),
                        row.getString("receipt_decided_by"),
                        row.getObject("receipt_decided_on", LocalDate.class),
                        row.getString("receipt_reason"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
