package org.muniflow.api.delegate;

/**
 * An outcome on which the diagram branches by an error boundary event. Not a failure: it is not retried. Codes come
 * from the module's one enum.
 */
public class BusinessError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The error code of the boundary event. */
    private final String code;

    /**
     * Makes a business error.
     *
     * @param code the code that the boundary event catches
     * @param message one sentence for the journal
     */
    public BusinessError(Enum<?> code, String message) {
        super(message);
        this.code = code.name();
    }

    /**
     * Returns the code that the boundary event catches.
     *
     * @return the code; never null
     */
    public String code() {
        return code;
    }
}
