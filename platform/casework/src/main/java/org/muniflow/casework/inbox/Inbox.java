package org.muniflow.casework.inbox;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.Journal;
import org.muniflow.casework.document.DocumentStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The inboxes of the portal. The entry of a letter is its own row in the outbox, so that it exists exactly once and exactly
 * when the step that sent it has committed. There are no accounts: who shows a case's number and access code reads. Call this;
 * it is a Spring bean.
 */
public final class Inbox {

    /** The letters that an inbox shows; no case has more. */
    private static final int MOST = 200;

    // A letter that was taken back before anybody read it is not shown; one that was read stays and says so.
    private static final String SHOWN = "select * from muniflow.notice where inbox_of = ?"
            + " and (state <> 'WITHDRAWN' or first_read_at is not null)";

    private final JdbcClient jdbc;
    private final DocumentStore documents;
    private final Journal journal;
    private final TransactionOperations transactions;
    private final Clock clock;

    Inbox(JdbcClient jdbc, DocumentStore documents, Journal journal, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Makes a case's access code, in the present transaction if there is one. The code itself is kept nowhere: show it to the
     * applicant now. A code made before ends.
     *
     * @param caseNumber the case
     * @param by who makes it
     * @return the code
     */
    public String newCode(String caseNumber, String by) {
        String code = AccessCode.fresh();
        String hash = AccessCode.hash(caseNumber, code);
        OffsetDateTime now = OffsetDateTime.now(clock);
        transactions.executeWithoutResult(status -> {
            int replaced = jdbc.sql("update muniflow.inbox_access set code_hash = ?, issued_at = ?, issued_by = ?"
                            + " where case_number = ?")
                    .params(hash, now, by, caseNumber)
                    .update();
            if (replaced == 0) {
                jdbc.sql("insert into muniflow.inbox_access (code_hash, issued_at, issued_by, case_number)"
                                + " values (?, ?, ?, ?)")
                        .params(hash, now, by, caseNumber)
                        .update();
            }
            journal.write(
                    caseNumber,
                    null,
                    (replaced == 0
                                    ? "Access code to the portal inbox given"
                                    : "New access code to the portal inbox given;" + " the former one has ended")
                            + " (" + by + ").",
                    "");
        });
        return code;
    }

    /**
     * Returns since when a case has its present access code.
     *
     * @param caseNumber the case
     * @return the moment, or empty when it has none
     */
    public Optional<OffsetDateTime> codeSince(String caseNumber) {
        return jdbc.sql("select issued_at from muniflow.inbox_access where case_number = ?")
                .param(caseNumber)
                .query(OffsetDateTime.class)
                .optional();
    }

    /**
     * Tells whether a code opens a case's inbox.
     *
     * @param caseNumber the case number as typed
     * @param code the code as typed; small letters, spaces and hyphens do not matter
     * @return the pass to present at each further visit, or empty when they do not belong together
     */
    public Optional<String> pass(String caseNumber, String code) {
        String pass = AccessCode.hash(caseNumber, code);
        return holds(caseNumber, pass) ? Optional.of(pass) : Optional.empty();
    }

    /**
     * Tells whether a pass still opens a case's inbox; it ends with the code.
     *
     * @param caseNumber the case
     * @param pass what {@link #pass} gave
     * @return true if so
     */
    public boolean holds(String caseNumber, String pass) {
        return jdbc.sql("select code_hash from muniflow.inbox_access where case_number = ?")
                .param(caseNumber)
                .query(String.class)
                .optional()
                .filter(kept -> MessageDigest.isEqual(
                        kept.getBytes(StandardCharsets.US_ASCII), pass.getBytes(StandardCharsets.US_ASCII)))
                .isPresent();
    }

    /**
     * Returns the letters of an inbox.
     *
     * @param caseNumber the case whose code opens it
     * @return the letters, the latest first
     */
    public List<InboxLetter> letters(String caseNumber) {
        return jdbc.sql(SHOWN + " order by created_at desc, id fetch first " + MOST + " rows only")
                .param(caseNumber)
                .query(Inbox::letter)
                .list();
    }

    /**
     * Opens a letter, and records that it was read when it is the first time.
     *
     * @param caseNumber the case whose code opens the inbox
     * @param id the notice
     * @return its PDF, or empty when the inbox has no such letter
     */
    public Optional<InputStream> read(String caseNumber, String id) {
        Optional<InboxLetter> found = jdbc.sql(SHOWN + " and id = ?")
                .params(caseNumber, id)
                .query(Inbox::letter)
                .optional();
        found.filter(letter -> letter.firstReadAt() == null).ifPresent(this::firstRead);
        return found.flatMap(letter -> documents.find(letter.documentId()))
                .filter(document -> document.disposedAt() == null)
                .map(document -> documents.open(document.document()));
    }

    private void firstRead(InboxLetter letter) {
        transactions.executeWithoutResult(status -> {
            int first = jdbc.sql("update muniflow.notice set first_read_at = ? where id = ? and first_read_at is null")
                    .params(OffsetDateTime.now(clock), letter.id())
                    .update();
            if (first == 1) {
                journal.write(
                        letter.caseNumber(),
                        null,
                        "Letter first read in the portal inbox: " + letter.subject() + ". No clock starts by that.",
                        "");
            }
        });
    }

    private static InboxLetter letter(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime read = row.getObject("first_read_at", OffsetDateTime.class);
        boolean certified = row.getString("channel").equals("CERTIFIED_MAIL");
        return new InboxLetter(
                row.getString("id"),
                row.getString("case_number"),
                row.getString("subject"),
                row.getString("language"),
                row.getObject("letter_on", LocalDate.class),
                certified,
                certified && row.getString("clock_on_receipt") != null,
                row.getString("state").equals("WITHDRAWN"),
                row.getString("document_id"),
                read == null ? null : read.toInstant());
    }
}
