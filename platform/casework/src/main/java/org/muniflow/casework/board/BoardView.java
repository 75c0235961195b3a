package org.muniflow.casework.board;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which clocks the board shows. */
public enum BoardView {
    /** Those that run and end today or in the six days after it. */
    WEEK("Due in the next seven days", List.of("RUNNING"), false, false),
    /** Those that were missed while the act may still come. */
    MISSED("Missed, act still open", List.of("BREACHED"), false, false),
    /** Those that are paused. */
    PAUSED("Paused", List.of("PAUSED"), false, false),
    /** All whose act may still come. */
    ALL("All open", List.of("RUNNING", "PAUSED", "BREACHED"), false, false),
    /** Those that were missed and whose case went on without the act. */
    RAN_OUT("Missed, case went on", List.of("BREACHED"), true, true);

    private final String title;
    private final List<String> states;
    private final boolean settled;
    private final boolean latestFirst;

    BoardView(String title, List<String> states, boolean settled, boolean latestFirst) {
        this.title = title;
        this.states = states;
        this.settled = settled;
        this.latestFirst = latestFirst;
    }

    /**
     * Finds a view by the word in an address.
     *
     * @param word for example {@code ran-out}
     * @return the view, or empty when there is none
     */
    public static Optional<BoardView> of(String word) {
        return Stream.of(values()).filter(view -> view.word().equals(word)).findFirst();
    }

    /**
     * Returns the word in an address.
     *
     * @return for example {@code ran-out}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Returns the view's name for people.
     *
     * @return a few words
     */
    public String title() {
        return title;
    }

    List<String> states() {
        return states;
    }

    boolean latestFirst() {
        return latestFirst;
    }

    /** The condition for one of the states; the words are the platform's own, never a visitor's. */
    String condition(String state) {
        return "state = '" + state + "' and settled_at is " + (settled ? "not null" : "null")
                + (this == WEEK ? " and due_on <= ?" : "");
    }
}
