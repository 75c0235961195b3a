package org.muniflow.casework.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.Cases.CaseFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the table of case files, paged by key. */
public final class CaseFiles {

    private static final String COLUMNS = CaseSearch.COLUMNS + " from muniflow.case_file where ";

    private final JdbcClient jdbc;
    private final boolean indexed;

    CaseFiles(JdbcClient jdbc, boolean indexed) {
        this.jdbc = jdbc;
        this.indexed = indexed;
    }

    /**
     * A row of the table.
     *
     * @param caseNumber the case number
     * @param processKey the process
     * @param processInstanceId the engine's id of its latest process instance
     * @param recordId the record it is about; empty if none
     * @param title what it is about
     * @param receivedOn the date of receipt
     * @param state OPEN or ENDED
     * @param outcome the name of the end event; null while open
     * @param startedAt when it was started
     * @param endedAt when it ended; null while open
     */
    public record Row(
            String caseNumber,
            String processKey,
            String processInstanceId,
            String recordId,
            String title,
            LocalDate receivedOn,
            String state,
            @Nullable String outcome,
            OffsetDateTime startedAt,
            @Nullable OffsetDateTime endedAt) {}

    /**
     * Which cases are wanted.
     *
     * @param processKeys the processes that the reader may see; none, no case
     * @param state OPEN or ENDED; null for both
     * @param text the beginning of a case number, or words of a title, the last of which may be the beginning of one; null
     *     for all
     */
    public record Wanted(
            Collection<String> processKeys,
            @Nullable String state,
            @Nullable String text) {

        /** Copies the processes. */
        public Wanted {
            processKeys = List.copyOf(processKeys);
        }
    }

    /**
     * Finds a case.
     *
     * @param caseNumber the case number
     * @return the case, or empty
     */
    public Optional<CaseFile> find(String caseNumber) {
        return row(caseNumber)
                .map(row -> new CaseFile(
                        row.caseNumber(),
                        row.processKey(),
                        row.recordId(),
                        row.title(),
                        row.receivedOn(),
                        row.state(),
                        row.outcome()));
    }

    /**
     * Finds a case with all that is known of it.
     *
     * @param caseNumber the case number
     * @return the row, or empty
     */
    public Optional<Row> row(String caseNumber) {
        return jdbc.sql(COLUMNS + "case_number = ?")
                .param(caseNumber)
                .query(CaseFiles::row)
                .optional();
    }

    /**
     * Returns the cases about a record, oldest first.
     *
     * @param recordId the record
     * @return the cases; may be empty
     */
    public List<Row> ofRecord(String recordId) {
        return jdbc.sql(COLUMNS + "record_id = ? order by started_at, case_number")
                .param(recordId)
                .query(CaseFiles::row)
                .list();
    }

    /**
     * Returns a page of cases, newest first.
     *
     * @param wanted which cases
     * @param after the last case of the page before; null for the first page
     * @param limit how many at most
     * @return the cases; fewer than the limit on the last page
     */
    public List<Row> page(Wanted wanted, @Nullable String after, int limit) {
        if (wanted.processKeys().isEmpty()) {
            return List.of();
        }
        Row last = Optional.ofNullable(after).flatMap(this::row).orElse(null);
        CaseSearch search = new CaseSearch(wanted, last, limit, indexed);
        List<Row> found = read(search.newest());
        // A text that many cases share is found among the newest; one that few share, by its index.
        return found.size() == limit || !search.hasText() ? found : read(search.everywhere());
    }

    private List<Row> read(CaseSearch.Query query) {
        return jdbc.sql(query.sql())
                .params(query.values())
                .query(CaseFiles::row)
                .list();
    }

    static Row row(ResultSet found, int number) throws SQLException {
        return new Row(
                found.getString("case_number"),
                found.getString("process_key"),
                found.getString("process_instance_id"),
                found.getString("record_id"),
                found.getString("title"),
                found.getObject("received_on", LocalDate.class),
                found.getString("state"),
                found.getString("outcome"),
                found.getObject("started_at", OffsetDateTime.class),
                found.getObject("ended_at", OffsetDateTime.class));
    }

    /** Locks a case until the transaction ends, so that two acts on it come one after the other. */
    Row lock(String caseNumber) {
        return jdbc.sql(COLUMNS + "case_number = ? for update")
                .param(caseNumber)
                .query(CaseFiles::row)
                .optional()
                .orElseThrow(() ->
                        new IllegalArgumentException("There is no case " + caseNumber + "; check the case number"));
    }
}
