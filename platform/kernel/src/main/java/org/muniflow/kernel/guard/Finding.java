package org.muniflow.kernel.guard;

/**
 * A problem in a model.
 *
 * @param file the file's name in the deployment
 * @param elementId the element; empty when it has no id or the file as a whole is wrong
 * @param line the line, from 1; 0 when unknown
 * @param column the column, from 1; 0 when unknown
 * @param rule the rule that found it, for example {@code no-scripts}
 * @param message what is wrong and what to do
 */
public record Finding(String file, String elementId, int line, int column, String rule, String message) {

    @Override
    public String toString() {
        return file + ":" + line + ":" + column + (elementId.isEmpty() ? "" : " " + elementId) + ": " + message;
    }
}
