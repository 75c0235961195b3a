package org.muniflow.casework.notice;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pages of the letters on paper, by key and for some processes only. */
final class PrintQueue {

    private static final String SELECT = "select * from muniflow.notice where ";
    private static final String PAPER = " and channel in ('MAIL', 'CERTIFIED_MAIL') and process_key in (:processes)";
    private static final String UNPROVEN = "clock_on_receipt is not null and receipt_decision is null"
            + " and (state = 'RETURNED' or state = 'SENT' and mailed_on <= :before)"
            + " and channel = 'CERTIFIED_MAIL' and process_key in (:processes)";

    private final JdbcClient jdbc;

    PrintQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the letters of a pile after the one with an id, oldest first. */
    List<OutboxNotice> page(Pile pile, Collection<String> processes, @Nullable String after, int limit) {
        return select(pile.condition() + PAPER, new MapSqlParameterSource(), processes, after, limit);
    }

    /**
     * Returns certified letters whose receipt starts a clock and is not proven: those that came back, and those mailed on or
     * before a day. Oldest first.
     */
    List<OutboxNotice> unproven(
            LocalDate mailedOnOrBefore, Collection<String> processes, @Nullable String after, int limit) {
        return select(UNPROVEN, new MapSqlParameterSource("before", mailedOnOrBefore), processes, after, limit);
    }

    /** Returns the letters of a kind that were written last. */
    List<OutboxNotice> sent(String module, String letterKey, Collection<String> processes, int limit) {
        return processes.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "module = :module and letter_key = :key and process_key in (:processes)"
                                + " order by created_at desc fetch first " + limit + " rows only")
                        .param("module", module)
                        .param("key", letterKey)
                        .param("processes", processes)
                        .query(Outbox::notice)
                        .list();
    }

    private List<OutboxNotice> select(
            String condition,
            MapSqlParameterSource values,
            Collection<String> processes,
            @Nullable String after,
            int limit) {
        if (processes.isEmpty()) {
            return List.of();
        }
        String beyond = after == null
                ? ""
                : " and (created_at, id) > (select created_at, id from muniflow.notice where id = :after)";
        values.addValue("processes", processes);
        values.addValue("after", after);
        return jdbc.sql(SELECT + condition + beyond + " order by created_at, id fetch first " + limit + " rows only")
                .paramSource(values)
                .query(Outbox::notice)
                .list();
    }
}
