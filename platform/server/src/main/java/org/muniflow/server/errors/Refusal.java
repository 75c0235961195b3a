package org.muniflow.server.errors;

import org.springframework.http.HttpStatus;

/** A request that is refused with a status and a sentence for the person or machine that asked. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    /**
     * Refuses.
     *
     * @param status the HTTP status
     * @param message what is wrong and what to do
     */
    public Refusal(HttpStatus status, String message) {
        super(message);
        this.status = status;
    }

    /**
     * Returns the status.
     *
     * @return the HTTP status
     */
    public HttpStatus status() {
        return status;
    }
}
