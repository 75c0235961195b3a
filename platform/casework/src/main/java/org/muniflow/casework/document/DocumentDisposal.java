package org.muniflow.casework.document;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Destroys documents whose time has come. The row stays with kind, hash and size, so that it can be said later what there
 * was; name and content go. A file leaves the store after the commit, and only when no document that is kept has the same
 * content. Who may, and when, is for the caller to decide.
 */
public final class DocumentDisposal {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentDisposal.class);

    /** A step that stores the same content anew has touched the file and will have committed by then. */
    private static final Duration YOUNG = Duration.ofHours(1);

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    DocumentDisposal(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * A version of a document that is or would be destroyed.
     *
     * @param id its id
     * @param type its kind
     * @param version the number of the version
     * @param size its size in bytes
     * @param sha256 the hash of its content
     * @param forEverybody whether its kind may be told to whoever sees the case
     */
    public record Gone(String id, String type, int version, long size, String sha256, boolean forEverybody) {}

    /**
     * Returns the versions of documents on a case that are still kept.
     *
     * @param caseNumber the case
     * @return the versions, oldest first
     */
    public List<Gone> ofCase(String caseNumber) {
        return jdbc.sql("select * from muniflow.document where case_number = ? and disposed_at is null"
                        + " order by stored_at, id")
                .param(caseNumber)
                .query((row, number) -> new Gone(
                        row.getString("id"),
                        row.getString("type"),
                        row.getInt("version"),
                        row.getLong("size_bytes"),
                        row.getString("sha256"),
                        row.getString("closed_under") == null && row.getString("compartment") == null))
                .list();
    }

    /**
     * Destroys the documents on a case, in the present transaction.
     *
     * @param caseNumber the case
     * @return what was destroyed
     */
    public List<Gone> dispose(String caseNumber) {
        List<Gone> gone = ofCase(caseNumber);
        for (Gone one : gone) {
            jdbc.sql("update muniflow.document set disposed_at = ?, file_name = 'disposed of', why = null where id = ?")
                    .params(OffsetDateTime.now(clock), one.id())
                    .update();
        }
        jdbc.sql("delete from muniflow.document_mark where series_id in"
                        + " (select series_id from muniflow.document where case_number = ?)")
                .param(caseNumber)
                .update();
        return gone;
    }

    /**
     * Takes the files of destroyed documents out of the store, as far as no kept document has the same content. What cannot be
     * done now, for example since the same content was stored within the hour, is done later.
     *
     * @return how many files left the store
     */
    @Scheduled(
            initialDelayString = "${muniflow.documents.removal-every:PT15M}",
            fixedDelayString = "${muniflow.documents.removal-every:PT15M}")
    public int removeFiles() {
        List<String> hashes = jdbc.sql("select distinct sha256 from muniflow.document d where disposed_at is not null"
                        + " and not content_gone and not exists (select 1 from muniflow.document k"
                        + " where k.sha256 = d.sha256 and k.disposed_at is null)"
                        + " order by sha256 fetch first " + AT_ONCE + " rows only")
                .query(String.class)
                .list();
        int removed = 0;
        for (String sha256 : hashes) {
            try {
                if (vault.remove(sha256, clock.instant().minus(YOUNG), () -> isKept(sha256))) {
                    jdbc.sql("update muniflow.document set content_gone = true where sha256 = ?"
                                    + " and disposed_at is not null")
                            .param(sha256)
                            .update();
                    removed++;
                }
            } catch (IOException e) {
                LOG.warn(
                        "The file {} of a document that was disposed of cannot be removed; it is tried again",
                        sha256,
                        e);
            }
        }
        return removed;
    }

    private boolean isKept(String sha256) {
        return jdbc.sql("select count(*) from muniflow.document where sha256 = ? and disposed_at is null")
                        .param(sha256)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
