package org.muniflow.server.people;

/** Prints to the person at the console, past the log, which is kept and must hold no secret. */
public final class Console {

    private Console() {}

    /**
     * Prints one line.
     *
     * @param line the line
     */
    @SuppressWarnings("SystemOut")
    public static void print(String line) {
        System.out.println("muniflow: " + line);
    }
}
