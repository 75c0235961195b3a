package org.muniflow.api.page;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file that came with a submission of a record page; gone when the submission is done, so store it at once (see
 * {@link org.muniflow.api.casework.Documents#store}).
 *
 * @param field the name of the file field
 * @param name the file's name as the sender gave it; not to be trusted
 * @param contentType the media type as the sender gave it; not to be trusted
 * @param size the size in bytes; more than zero
 * @param content opens the content
 */
public record UploadedFile(String field, String name, String contentType, long size, Content content) {

    /** Opens the content of an uploaded file. */
    @FunctionalInterface
    public interface Content {

        /**
         * Opens the content from its start.
         *
         * @return a new stream; the caller closes it
         * @throws IOException when the content cannot be read
         */
        InputStream open() throws IOException;
    }
}
