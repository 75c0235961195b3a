package org.muniflow.server.errors;

import java.util.List;
import org.muniflow.api.page.FieldProblem;
import org.springframework.http.HttpStatus;

/** A request that is refused with a status and a sentence for the person or machine that asked. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final transient List<FieldProblem> problems;

    /**
     * Refuses.
     *
     * @param status the HTTP status
     * @param message what is wrong and what to do
     */
    public Refusal(HttpStatus status, String message) {
        this(status, message, List.of());
    }

    /**
     * Refuses for several reasons.
     *
     * @param status the HTTP status
     * @param message what is wrong and what to do
     * @param problems each reason by itself; may be empty
     */
    public Refusal(HttpStatus status, String message, List<FieldProblem> problems) {
        super(message);
        this.status = status;
        this.problems = List.copyOf(problems);
    }

    /**
     * Returns the status.
     *
     * @return the HTTP status
     */
    public HttpStatus status() {
        return status;
    }

    /**
     * Returns each reason by itself.
     *
     * @return the reasons; empty when the message says it all
     */
    public List<FieldProblem> problems() {
        return problems;
    }
}
