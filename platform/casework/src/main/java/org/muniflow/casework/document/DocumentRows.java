package org.muniflow.casework.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.Documents.StoredDocument;
import org.muniflow.casework.document.DocumentStore.Found;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code muniflow.document}. What was disposed of is a row without name and content; only {@link #find} gives it. */
final class DocumentRows {

    private static final String SELECT = "select * from muniflow.document where ";
    private static final String ORDER = " order by stored_at, id";
    private static final String KEPT = " and disposed_at is null";

    private final JdbcClient jdbc;

    DocumentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(String module, StoredDocument document, String seriesId, @Nullable String why, Instant at) {
        jdbc.sql("insert into muniflow.document (id, module, record_id, case_number, type, file_name, media_type,"
                        + " size_bytes, sha256, received_on, stored_by, stored_at, series_id, version, newest, why,"
                        + " closed_under, compartment)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true, ?, ?, ?)")
                .params(
                        document.id(),
                        module,
                        document.recordId(),
                        document.caseNumber(),
                        document.type(),
                        document.fileName(),
                        document.mediaType(),
                        document.size(),
                        document.sha256(),
                        document.receivedOn(),
                        document.storedBy(),
                        at.atOffset(ZoneOffset.UTC),
                        seriesId,
                        document.version(),
                        why,
                        document.closedUnder(),
                        document.compartment())
                .update();
    }

    /** Lets a version be one of the former ones; false when it is already, since somebody else was faster. */
    boolean supersede(Found former) {
        return jdbc.sql("update muniflow.document set newest = false where id = ? and newest" + KEPT)
                        .param(former.document().id())
                        .update()
                == 1;
    }

    /** Marks all versions of a document. */
    void mark(String seriesId, @Nullable String closedUnder, @Nullable String compartment) {
        jdbc.sql("update muniflow.document set closed_under = ?, compartment = ? where series_id = ?")
                .params(closedUnder, compartment, seriesId)
                .update();
    }

    Optional<Found> find(String id) {
        return jdbc.sql(SELECT + "id = ?").param(id).query(DocumentRows::found).optional();
    }

    /** Returns all versions of a document, newest first. */
    List<Found> versions(String seriesId) {
        return jdbc.sql(SELECT + "series_id = ?" + KEPT + " order by version desc")
                .param(seriesId)
                .query(DocumentRows::found)
                .list();
    }

    List<Found> ofRecord(String module, String recordId) {
        return jdbc.sql(SELECT + "record_id = ? and module = ?" + KEPT + ORDER)
                .params(recordId, module)
                .query(DocumentRows::found)
                .list();
    }

    List<Found> onCase(String caseNumber) {
        return jdbc.sql(SELECT + "case_number = ?" + KEPT + ORDER)
                .param(caseNumber)
                .query(DocumentRows::found)
                .list();
    }

    /** Returns the documents of a case and, if it is about a record, those of the record. */
    List<Found> onFile(String caseNumber, String module, String recordId) {
        return jdbc.sql(SELECT + "(case_number = ? or (record_id = ? and module = ?))" + KEPT + ORDER)
                .params(caseNumber, recordId, module)
                .query(DocumentRows::found)
                .list();
    }

    void attach(String module, String recordId, String caseNumber) {
        jdbc.sql("update muniflow.document set case_number = ?"
                        + " where record_id = ? and module = ? and case_number is null")
                .params(caseNumber, recordId, module)
                .update();
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        return new Found(
                row.getString("module"),
                new StoredDocument(
                        row.getString("id"),
                        row.getString("record_id"),
                        row.getString("case_number"),
                        row.getString("type"),
                        row.getString("file_name"),
                        row.getString("media_type"),
                        row.getLong("size_bytes"),
                        row.getString("sha256"),
                        row.getObject("received_on", LocalDate.class),
                        row.getString("stored_by"),
                        row.getInt("version"),
                        row.getString("closed_under"),
                        row.getString("compartment")),
                row.getString("series_id"),
                row.getBoolean("newest"),
                row.getString("why"),
                row.getObject("stored_at", OffsetDateTime.class),
                row.getObject("disposed_at", OffsetDateTime.class));
    }
}
