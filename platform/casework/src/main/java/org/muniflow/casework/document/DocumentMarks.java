package org.muniflow.casework.document;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.muniflow.casework.document.DocumentStore.Found;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Marks documents open or closed, or puts them into a compartment, and remembers what they were before. */
final class DocumentMarks {

    private final JdbcClient jdbc;
    private final DocumentRows rows;
    private final Clock clock;

    DocumentMarks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.rows = new DocumentRows(jdbc);
        this.clock = clock;
    }

    /**
     * A mark.
     *
     * @param closedUnder the section that closes the document as a public record; null when it is open
     * @param compartment the compartment; null for none
     */
    record Mark(@Nullable String closedUnder, @Nullable String compartment) {}

    /**
     * A change of a mark.
     *
     * @param was the mark before
     * @param is the mark since then
     * @param reason why
     * @param by who changed it
     * @param at when
     */
    record Change(Mark was, Mark is, String reason, String by, OffsetDateTime at) {}

    static Mark of(Found found) {
        return new Mark(found.document().closedUnder(), found.document().compartment());
    }

    void change(Found found, Mark mark, String reason, String by) {
        Mark was = of(found);
        rows.mark(found.seriesId(), mark.closedUnder(), mark.compartment());
        jdbc.sql("insert into muniflow.document_mark (series_id, was_closed_under, closed_under, was_compartment,"
                        + " compartment, reason, marked_by, marked_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        found.seriesId(),
                        was.closedUnder(),
                        mark.closedUnder(),
                        was.compartment(),
                        mark.compartment(),
                        reason,
                        by,
                        OffsetDateTime.now(clock))
                .update();
    }

    /** Returns the changes of a document's mark, the latest first. */
    List<Change> of(String seriesId) {
        return jdbc.sql("select * from muniflow.document_mark where series_id = ? order by id desc")
                .param(seriesId)
                .query((row, number) -> new Change(
                        new Mark(row.getString("was_closed_under"), row.getString("was_compartment")),
                        new Mark(row.getString("closed_under"), row.getString("compartment")),
                        row.getString("reason"),
                        row.getString("marked_by"),
                        Objects.requireNonNull(row.getObject("marked_at", OffsetDateTime.class))))
                .list();
    }
}
