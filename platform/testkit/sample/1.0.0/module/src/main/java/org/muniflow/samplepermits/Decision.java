package org.muniflow.samplepermits;

import org.jspecify.annotations.Nullable;

/**
 * What the clerk decides on the form.
 *
 * @param requestId the request
 * @param decision whether the permit is granted; null until chosen
 * @param decisionReason why; null if not said
 */
record Decision(
        String requestId,
        @Nullable Choice decision,
        @Nullable String decisionReason) {

    /** The two answers. */
    enum Choice {
        GRANT,
        REFUSE
    }
}
