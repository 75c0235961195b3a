package org.muniflow.casework.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniflow.casework.worklist.WorkCount;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What waits in the outbox, for those who see to it that it leaves. */
public final class OutboxDesk {

    private static final String WAITING = " from muniflow.notice where state = 'QUEUED'";
    private static final String MAIL = " and channel = 'ELECTRONIC'";
    private static final String PAPER = " and channel in ('MAIL', 'CERTIFIED_MAIL')";
    private static final String FAILING = MAIL + " and last_error is not null";

    private final JdbcClient jdbc;
    private final Clock clock;

    OutboxDesk(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A notice that waits.
     *
     * @param id its id
     * @param caseNumber the case
     * @param subject what it is about, without names
     * @param attempts how often sending was tried
     * @param lastError why the last try failed; null if it did not
     * @param nextTryAt when it is tried next; null while it is held, since the mail server knows no such address
     * @param hasAddress whether a postal address is known
     * @param createdAt since when it waits
     * @param possiblyTwice whether the addressee may have it already
     */
    public record Waiting(
            String id,
            String caseNumber,
            String subject,
            int attempts,
            @Nullable String lastError,
            @Nullable OffsetDateTime nextTryAt,
            boolean hasAddress,
            OffsetDateTime createdAt,
            boolean possiblyTwice) {}

    /**
     * How the outbox stands.
     *
     * @param mail the e-mails that wait, those that failed included; capped
     * @param failing the e-mails whose last try failed; capped
     * @param letters the letters that wait for the print room; capped
     * @param oldestMail since when the oldest e-mail waits; null if none does
     * @param oldestLetter since when the oldest letter waits; null if none does
     */
    public record Standing(
            WorkCount mail,
            WorkCount failing,
            WorkCount letters,
            @Nullable OffsetDateTime oldestMail,
            @Nullable OffsetDateTime oldestLetter) {}

    /**
     * Tells how the outbox stands.
     *
     * @return the counts and the oldest
     */
    public Standing standing() {
        return new Standing(count(MAIL), count(FAILING), count(PAPER), oldest(MAIL), oldest(PAPER));
    }

    /**
     * Returns a page of the e-mails that wait.
     *
     * @param after the id of the last one of the page before; null for the first page
     * @param limit how many at most
     * @return the notices, the oldest first
     */
    public List<Waiting> mail(@Nullable String after, int limit) {
        String beyond = after == null
                ? ""
                : " and (created_at, id) > (select created_at, id from muniflow.notice where id = :after)";
        var query = jdbc.sql(
                "select *" + WAITING + MAIL + beyond + " order by created_at, id fetch first " + limit + " rows only");
        return (after == null ? query : query.param("after", after))
                .query(OutboxDesk::waiting)
                .list();
    }

    /**
     * Returns the e-mails whose last try failed.
     *
     * @param limit how many at most
     * @return the notices, the oldest first
     */
    public List<Waiting> failing(int limit) {
        return jdbc.sql("select *" + WAITING + FAILING + " order by created_at, id fetch first " + limit + " rows only")
                .query(OutboxDesk::waiting)
                .list();
    }

    /**
     * Finds an e-mail that waits.
     *
     * @param id the notice's id
     * @return the notice, or empty when it does not wait any more
     */
    public Optional<Waiting> find(String id) {
        return jdbc.sql("select *" + WAITING + MAIL + " and id = ?")
                .param(id)
                .query(OutboxDesk::waiting)
                .optional();
    }

    /**
     * Lets an e-mail be tried at the next round instead of after its pause. A try that is under way is not repeated.
     *
     * @param id the notice's id
     * @return false when it does not wait any more
     */
    public boolean tryNow(String id) {
        return jdbc.sql("update muniflow.notice set next_try_at = ? where id = ? and state = 'QUEUED'" + MAIL)
                        .params(OffsetDateTime.now(clock), id)
                        .update()
                == 1;
    }

    /**
     * Gives an e-mail that waits to the print room instead, to go by ordinary mail. One whose try is under way stays.
     *
     * @param id the notice's id
     * @return false when it does not wait any more, is being sent, or has no postal address
     */
    public boolean onPaper(String id) {
        return jdbc.sql(
                                "update muniflow.notice set channel = 'MAIL', last_error = null where id = ? and state = 'QUEUED'"
                                        + " and sending_since is null and to_address <> ''" + MAIL)
                        .param(id)
                        .update()
                == 1;
    }

    private WorkCount count(String which) {
        int counted = jdbc.sql("select count(*) from (select id" + WAITING + which + " fetch first "
                        + (WorkCount.MOST + 1) + " rows only) some_notices")
                .query(Integer.class)
                .single();
        return new WorkCount(Math.min(counted, WorkCount.MOST), counted > WorkCount.MOST);
    }

    private @Nullable OffsetDateTime oldest(String which) {
        return jdbc.sql("select created_at" + WAITING + which + " order by created_at, id fetch first 1 rows only")
                .query(OffsetDateTime.class)
                .optional()
                .orElse(null);
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        OffsetDateTime next = row.getObject("next_try_at", OffsetDateTime.class);
        OffsetDateTime created = row.getObject("created_at", OffsetDateTime.class);
        return new Waiting(
                row.getString("id"),
                row.getString("case_number"),
                row.getString("subject"),
                row.getInt("attempts"),
                row.getString("last_error"),
                next,
                !row.getString("to_address").isBlank(),
                created,
                row.getBoolean("possibly_twice"));
    }
}
