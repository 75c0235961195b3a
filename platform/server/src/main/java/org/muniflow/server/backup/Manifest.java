package org.muniflow.server.backup;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * What a backup holds; its last entry, so that a file that was cut short has none.
 *
 * @param format the format of backups
 * @param madeAt when it was made
 * @param database which database it was made of
 * @param tables the tables
 * @param documents how many documents
 * @param missing hashes of documents that rows name and the store did not have as they were
 * @param seals how many lines of the journal were sealed
 * @param cityHash the hash up to the last seal
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Manifest(
        int format,
        String madeAt,
        String database,
        List<Content> tables,
        long documents,
        List<String> missing,
        long seals,
        String cityHash) {

    /** The format that this version writes and reads. */
    static final int FORMAT = 1;

    static final String ENTRY = "backup.json";
    static final String ANCHORS = "journal-anchors.txt";
    static final String TABLES = "tables/";
    static final String DOCUMENTS = "documents/";

    /**
     * A table's rows.
     *
     * @param table the table, for example {@code muniflow.journal}
     * @param columns its columns in order, in lower case
     * @param rows how many rows
     * @param sha256 the hash of its entry's text
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Content(String table, List<String> columns, long rows, String sha256) {

        String entry() {
            return TABLES + table + ".jsonl";
        }
    }

    long rows() {
        return tables.stream().mapToLong(Content::rows).sum();
    }
}
