package org.muniflow.casework.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.muniflow.api.casework.Documents.StoredDocument;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code muniflow.document}. */
final class DocumentRows {

    private static final String SELECT = "select * from muniflow.document where ";
    private static final String ORDER = " order by stored_at, id";

    private final JdbcClient jdbc;

    DocumentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(String module, StoredDocument document, Instant at) {
        jdbc.sql("insert into muniflow.document (id, module, record_id, case_number, type, file_name, media_type,"
                        + " size_bytes, sha256, received_on, confidential, stored_by, stored_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
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
                        document.confidential(),
                        document.storedBy(),
                        at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Row> find(String id) {
        return jdbc.sql(SELECT + "id = ?").param(id).query(DocumentRows::row).optional();
    }

    List<StoredDocument> ofRecord(String module, String recordId) {
        return jdbc.sql(SELECT + "record_id = ? and module = ?" + ORDER)
                .params(recordId, module)
                .query(DocumentRows::document)
                .list();
    }

    List<Row> onCase(String caseNumber) {
        return jdbc.sql(SELECT + "case_number = ?" + ORDER)
                .param(caseNumber)
                .query(DocumentRows::row)
                .list();
    }

    List<StoredDocument> ofCase(String caseNumber) {
        return jdbc.sql(SELECT + "case_number = ?" + ORDER)
                .param(caseNumber)
                .query(DocumentRows::document)
                .list();
    }

    void attach(String module, String recordId, String caseNumber) {
        jdbc.sql("update muniflow.document set case_number = ?"
                        + " where record_id = ? and module = ? and case_number is null")
                .params(caseNumber, recordId, module)
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getString("module"), document(row, number));
    }

    private static StoredDocument document(ResultSet row, int number) throws SQLException {
        return new StoredDocument(
                row.getString("id"),
                row.getString("record_id"),
                row.getString("case_number"),
                row.getString("type"),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getLong("size_bytes"),
                row.getString("sha256"),
                row.getObject("received_on", LocalDate.class),
                row.getBoolean("confidential"),
                row.getString("stored_by"));
    }

    /**
     * A document and the module that stored it.
     *
     * @param module the module's name
     * @param document the document
     */
    record Row(String module, StoredDocument document) {}
}
