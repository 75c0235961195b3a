package org.muniflow.casework.act;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked to be done to a case and a second person has to agree to.
 *
 * @param id the request's id
 * @param caseNumber the case
 * @param act the act
 * @param elementId the step to go back to; null for other acts
 * @param elementName its name; null for other acts
 * @param reason why
 * @param askedBy who asked
 * @param askedAt when
 * @param state how it stands
 * @param answeredBy who agreed, refused or took it back; null while it waits
 * @param answeredAt when; null while it waits
 * @param answer why it was refused; null otherwise
 */
public record ActRequest(
        String id,
        String caseNumber,
        CaseAct act,
        @Nullable String elementId,
        @Nullable String elementName,
        String reason,
        String askedBy,
        OffsetDateTime askedAt,
        State state,
        @Nullable String answeredBy,
        @Nullable OffsetDateTime answeredAt,
        @Nullable String answer) {

    /** How a request stands. */
    public enum State {
        /** It waits for a second person. */
        WAITING,
        /** A second person agreed, and it was done. */
        DONE,
        /** A second person refused. */
        REFUSED,
        /** Whoever asked took it back. */
        TAKEN_BACK
    }

    /**
     * Says what is asked.
     *
     * @return the act in lower case, with the step, for example {@code go back to "Decide request"}
     */
    public String wish() {
        return switch (act) {
            case GO_BACK -> "go back to \"" + elementName + "\"";
            case WITHDRAW -> "withdraw the case";
            case VOID -> "void the case";
        };
    }
}
