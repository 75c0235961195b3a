package org.muniflow.casework.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Compares the rows of documents with the files of the store: page by page whether each file is there and is what its name
 * says, and at the end which files no row names.
 */
public final class DocumentCheck {

    private static final int MOST = 20;

    /** A file is there before its row is committed. */
    private static final Duration YOUNG = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    DocumentCheck(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Something that is wrong with a document.
     *
     * @param documentId the document
     * @param what one sentence
     */
    public record Finding(String documentId, String what) {}

    /**
     * What a page of the check found.
     *
     * @param checked how many documents were checked
     * @param last the last document that was checked; the next page begins after it; null when there was none
     * @param complete whether this was the last page
     * @param findings missing and altered files, at most twenty; empty if all is well
     * @param unnamed how many files no row names, which is no harm; null before the last page
     * @param unnamedFiles the first of them
     */
    public record Page(
            int checked,
            @Nullable String last,
            boolean complete,
            List<Finding> findings,
            @Nullable Long unnamed,
            List<String> unnamedFiles) {}

    private record Row(String id, String sha256, String fileName, long size) {}

    /**
     * Checks a page.
     *
     * @param after the last document of the page before; empty for the first page
     * @param limit how many documents at most
     * @return what was found
     */
    public Page page(String after, int limit) {
        List<Row> rows = jdbc.sql(
                        "select id, sha256, file_name, size_bytes as size from muniflow.document where id > ? and disposed_at is null"
                                + " order by id fetch first ? rows only")
                .params(after, limit)
                .query((row, number) -> new Row(
                        row.getString("id"), row.getString("sha256"), row.getString("file_name"), row.getLong("size")))
                .list();
        try {
            List<Finding> findings = new ArrayList<>();
            for (Row row : rows) {
                Vault.State state = vault.state(row.sha256());
                if (state != Vault.State.WHOLE) {
                    findings.add(new Finding(
                            row.id(),
                            "The file of document " + row.id()
                                    + (state == Vault.State.MISSING ? " is missing" : " was altered")
                                    + "; bring " + row.sha256() + " back from a backup."));
                }
            }
            String last = rows.isEmpty() ? null : rows.get(rows.size() - 1).id();
            if (rows.size() == limit) {
                return new Page(rows.size(), last, false, few(findings), null, List.of());
            }
            List<String> unnamed = unnamed();
            return new Page(rows.size(), last, true, few(findings), (long) unnamed.size(), few(unnamed));
        } catch (IOException e) {
            throw new UncheckedIOException("The store of documents cannot be read; check the disk", e);
        }
    }

    private List<String> unnamed() throws IOException {
        List<String> unnamed = new ArrayList<>();
        vault.each(clock.instant().minus(YOUNG), sha256 -> {
            boolean named = jdbc.sql(
                            "select 1 from muniflow.document where sha256 = ? and disposed_at is null fetch first 1 rows only")
                    .param(sha256)
                    .query(Integer.class)
                    .optional()
                    .isPresent();
            if (!named) {
                unnamed.add(sha256);
            }
        });
        return unnamed;
    }

    private static <T> List<T> few(List<T> all) {
        return List.copyOf(all.subList(0, Math.min(MOST, all.size())));
    }
}
