package org.muniflow.api.page;

/**
 * What is wrong with one field.
 *
 * @param field the path of the field, for example {@code owners[0].name}; empty when the whole is wrong
 * @param message what is wrong and what to do, one sentence
 * @param cites the section of law; empty if none
 */
public record FieldProblem(String field, String message, String cites) {

    /**
     * Makes a problem without a section of law.
     *
     * @param field the field
     * @param message the sentence
     * @return the problem
     */
    public static FieldProblem of(String field, String message) {
        return new FieldProblem(field, message, "");
    }
}
