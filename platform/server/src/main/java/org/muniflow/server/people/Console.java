package org.muniflow.server.people;

/** Prints to the person at the console, past the log, which is kept and must hold no secret. */
public final class Console {

    private Console() {}

    /**
     * Prints a text, each line marked as the server's word to the person.
     *
     * @param text one line or several
     */
    @SuppressWarnings("SystemOut")
    public static void print(String text) {
        text.lines().forEach(line -> System.out.println("muniflow: " + line));
    }
}
