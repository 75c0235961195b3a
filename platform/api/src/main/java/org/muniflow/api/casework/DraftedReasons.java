package org.muniflow.api.casework;

import org.jspecify.annotations.Nullable;

/**
 * The draft of the written reasons that some laws ask for when a last day is missed (for example KCMO Code § 38-23(b)(5), (6)).
 * The process that a clock's {@code onBreach} names begins with it in the variable {@value #VARIABLE}: it says which act of which
 * case was due by which day under which section, and leaves a place for the one thing that only a person knows. Give the
 * variable to a text area of the task's form, refuse completion while {@link #isUnfinished} says so, and send the text as a
 * letter.
 */
public final class DraftedReasons {

    /** The variable that holds the draft, and after the task the finished text. */
    public static final String VARIABLE = "draftedReasons";

    /** What a person replaces. */
    public static final String PLACE =
            "[State here why it was impracticable to act by that day, and when the city expects to act.]";

    private DraftedReasons() {}

    /**
     * Tells whether nobody has stated the reasons yet.
     *
     * @param text the text as it stands; null when there is none
     * @return true if it is empty or still has the place in it
     */
    public static boolean isUnfinished(@Nullable String text) {
        return text == null || text.isBlank() || text.contains(PLACE) || text.contains("[State here");
    }
}
