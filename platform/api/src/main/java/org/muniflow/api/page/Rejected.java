package org.muniflow.api.page;

import java.util.List;

/** A form or submission is refused field by field; nothing of it is kept. */
public class Rejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldProblem> problems;

    /**
     * Refuses for these problems.
     *
     * @param problems the problems; at least one
     */
    public Rejected(List<FieldProblem> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    /**
     * Refuses for one field.
     *
     * @param field the field
     * @param message what is wrong and what to do
     */
    public Rejected(String field, String message) {
        this(List.of(FieldProblem.of(field, message)));
    }

    /**
     * Returns the problems.
     *
     * @return all of them; never empty
     */
    public List<FieldProblem> problems() {
        return problems;
    }
}
