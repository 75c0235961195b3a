package org.muniflow.casework.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.muniflow.casework.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("engine")
class OutboxDeskTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-02T18:00:00Z"), ZoneOffset.UTC);

    private final DataSource source = Database.fresh();
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final Outbox outbox = new Outbox(jdbc);
    private final OutboxDesk desk = new OutboxDesk(jdbc, NOON);

    @BeforeEach
    void fill() {
        jdbc.sql(
                        "insert into muniflow.document (id, module, record_id, type, file_name, media_type, size_bytes, sha256,"
                                + " received_on, series_id, stored_by, stored_at) values ('d', 'm', 'r', 'LETTER', 'l.pdf',"
                                + " 'application/pdf', 1, 'x', date '2026-03-01', 'd', 'ana', current_timestamp)")
                .update();
        for (int n = 1; n <= 5; n++) {
            queued("e-" + n, "ELECTRONIC", n);
        }
        queued("p-1", "CERTIFIED_MAIL", 1);
    }

    private void queued(String id, String channel, int minute) {
        jdbc.sql(
                        "insert into muniflow.notice (id, module, case_number, process_key, letter_key, subject, channel, to_name,"
                                + " to_address, to_email, cites, document_id, state, letter_on, created_at, message_id, attempts,"
                                + " next_try_at, possibly_twice) values (?, 'm', ?, 'p', 'l', 'Decision', ?, 'A', '', 'a@b.c', '',"
                                + " 'd', 'QUEUED', date '2026-03-01', ?, ?, 0, ?, false)")
                .params(
                        id,
                        "CERT-2026-" + id,
                        channel,
                        Instant.parse("2026-03-01T12:0" + minute + ":00Z").atOffset(ZoneOffset.UTC),
                        id,
                        Instant.parse("2026-03-02T23:00:00Z").atOffset(ZoneOffset.UTC))
                .update();
    }

    @Test
    void theStandingCountsMailFailuresAndLettersAndKnowsTheOldest() {
        outbox.failed("e-2", "connection refused", Instant.parse("2026-03-02T23:00:00Z"));
        OutboxDesk.Standing standing = desk.standing();
        assertThat(standing.mail()).hasToString("5");
        assertThat(standing.failing()).hasToString("1");
        assertThat(standing.letters()).hasToString("1");
        assertThat(standing.oldestMail()).isEqualTo("2026-03-01T12:01:00Z");
        assertThat(desk.failing(10)).extracting(OutboxDesk.Waiting::lastError).containsExactly("connection refused");
    }

    @Test
    void pagesFollowTheKeyWithoutGaps() {
        List<String> seen = new ArrayList<>();
        String after = null;
        for (List<OutboxDesk.Waiting> page = desk.mail(null, 2); !page.isEmpty(); page = desk.mail(after, 2)) {
            page.forEach(one -> seen.add(one.id()));
            after = seen.get(seen.size() - 1);
        }
        assertThat(seen).containsExactly("e-1", "e-2", "e-3", "e-4", "e-5");
    }

    @Test
    void anEmailIsTriedAtTheNextRoundUnlessItHasLeft() {
        Instant now = NOON.instant();
        assertThat(outbox.dueForMail(now, now)).isEmpty();
        assertThat(desk.tryNow("e-3")).isTrue();
        assertThat(outbox.dueForMail(now, now)).extracting(OutboxNotice::id).containsExactly("e-3");
        jdbc.sql("update muniflow.notice set state = 'SENT' where id = 'e-3'").update();
        assertThat(desk.tryNow("e-3")).isFalse();
        assertThat(desk.tryNow("p-1")).isFalse();
        assertThat(desk.find("e-3")).isEmpty();
    }
}
