package org.muniflow.portal;

import java.util.List;
import org.muniflow.api.page.FieldProblem;

/**
 * An error answered to a machine, in the platform's one shape.
 *
 * @param status the HTTP status
 * @param message what is wrong and what to do
 * @param errors what is wrong with which field; empty when the whole is wrong
 */
public record Problem(int status, String message, List<FieldProblem> errors) {

    /** Copies the errors. */
    public Problem {
        errors = List.copyOf(errors);
    }
}
