package org.muniflow.api.page;

/** There is no such record; the platform answers 404 in words. */
public class UnknownRecord extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param recordId the id that was asked for
     */
    public UnknownRecord(String recordId) {
        super("There is no record " + recordId);
    }
}
