package org.muniflow.casework.bundle;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document of the case as the record shows it.
 *
 * @param number its place in the list, from 1; documents that are left out keep theirs
 * @param type the document type in words
 * @param fileName the file's name; empty when the document is left out
 * @param receivedOn the date on which the city received it
 * @param size the size in bytes
 * @param sha256 the hash of its content; empty when the document is left out
 * @param withheld under what the document is left out; null when it is not
 * @param unbound why its pages are not bound in; null when they are, or when it is left out
 * @param pages the PDF with its pages; null when they are not bound in
 * @param count how many pages that has
 */
record Exhibit(
        int number,
        String type,
        String fileName,
        LocalDate receivedOn,
        long size,
        String sha256,
        @Nullable String withheld,
        @Nullable String unbound,
        @Nullable Path pages,
        int count) {

    /** Returns what the index calls it. */
    String title() {
        return "Document " + number + ": " + (withheld == null ? fileName : type + ", left out");
    }
}
