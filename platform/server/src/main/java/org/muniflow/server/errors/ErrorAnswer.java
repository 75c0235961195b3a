package org.muniflow.server.errors;

import java.util.List;
import org.muniflow.api.page.FieldProblem;

/**
 * The one shape of every error that the platform's own REST answers.
 *
 * @param status the HTTP status
 * @param message what is wrong and what to do, one or two sentences
 * @param errors what is wrong with which field; empty when the whole is wrong
 */
public record ErrorAnswer(int status, String message, List<FieldProblem> errors) {

    /** Copies the errors. */
    public ErrorAnswer {
        errors = List.copyOf(errors);
    }

    /**
     * Makes an error of the whole.
     *
     * @param status the HTTP status
     * @param message the sentence
     * @return the answer
     */
    public static ErrorAnswer of(int status, String message) {
        return new ErrorAnswer(status, message, List.of());
    }
}
