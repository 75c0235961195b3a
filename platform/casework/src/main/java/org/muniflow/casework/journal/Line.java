package org.muniflow.casework.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A line of the journal as it is sealed: every column, in a form that is the same on every database.
 *
 * @param id the line's number
 * @param chain the chain to which it belongs: that of its case, of its record, or of the city
 * @param writtenAt when it says that it was written, in microseconds since 1970
 * @param canonical every column in the order of the table, one on each line of text: the length in bytes of its UTF-8, a
 *     colon and the value; a hyphen for a column without value
 */
record Line(long id, String chain, long writtenAt, String canonical) {

    /** The columns of a query that {@link #of} reads, of table alias {@code j}. */
    static final String COLUMNS =
            "j.id, j.case_number, j.module, j.record_id, j.process_key, j.element_id, j.kind, j.what,"
                    + " j.cites, j.actor, j.written_at, j.detail";

    static Line of(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        String caseNumber = row.getString("case_number");
        String module = row.getString("module");
        String recordId = row.getString("record_id");
        long writtenAt = micros(row.getObject("written_at", OffsetDateTime.class));
        StringBuilder text = new StringBuilder();
        Hashes.add(text, String.valueOf(id));
        Hashes.add(text, caseNumber);
        Hashes.add(text, module);
        Hashes.add(text, recordId);
        Hashes.add(text, row.getString("process_key"));
        Hashes.add(text, row.getString("element_id"));
        Hashes.add(text, row.getString("kind"));
        Hashes.add(text, row.getString("what"));
        Hashes.add(text, row.getString("cites"));
        Hashes.add(text, row.getString("actor"));
        Hashes.add(text, String.valueOf(writtenAt));
        Hashes.add(text, row.getString("detail"));
        return new Line(id, chain(caseNumber, module, recordId), writtenAt, text.toString());
    }

    /** Databases keep microseconds, one in the writer's time zone and the other in none. */
    static long micros(OffsetDateTime moment) {
        return ChronoUnit.MICROS.between(java.time.Instant.EPOCH, moment.toInstant());
    }

    private static String chain(@Nullable String caseNumber, @Nullable String module, @Nullable String recordId) {
        if (caseNumber != null) {
            return "case " + caseNumber;
        }
        return recordId == null ? "city" : "record " + (module == null ? "" : module) + " " + recordId;
    }
}
