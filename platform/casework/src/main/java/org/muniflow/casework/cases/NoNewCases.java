package org.muniflow.casework.cases;

/** A process takes no new cases now, or there is none of that key; the message says so in a sentence for people. */
public final class NoNewCases extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes a refusal.
     *
     * @param processKey the process that takes no new cases
     */
    public NoNewCases(String processKey) {
        super("The process " + processKey + " is unknown or takes no new cases; check that its module is active");
    }
}
