package org.muniflow.civilrights.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.muniflow.api.law.Citation;
import org.muniflow.api.law.Reason;
import org.muniflow.civilrights.standing.ReasonCode;

/** The reasons of one decision in the order in which the rule looked. Not thread-safe; one per decision. */
public final class Because {

    private final List<Reason> reasons = new ArrayList<>();

    /**
     * Adds a reason that stands against the firm.
     *
     * @param code the reason code of the catalogue
     * @param text the sentence with the figures
     * @param cites the section
     */
    public void not(ReasonCode code, String text, String cites) {
        reasons.add(Reason.of(code.name(), text, Citation.parse(cites)));
    }

    /**
     * Adds a remark that is no ground of denial.
     *
     * @param code a word of the rule's own, for example {@code COUNTED}
     * @param text the sentence with the figures
     * @param cites the section
     */
    public void note(String code, String text, String cites) {
        reasons.add(Reason.of(code, text, Citation.parse(cites)));
    }

    /**
     * Tells whether no ground of denial was added.
     *
     * @return true if all reasons are remarks
     */
    public boolean nothingAgainst() {
        return reasons.stream().noneMatch(reason -> isGround(reason.code()));
    }

    private static boolean isGround(String word) {
        return Arrays.stream(ReasonCode.values()).anyMatch(code -> code.name().equals(word));
    }

    /**
     * Returns the reasons.
     *
     * @return a copy, in order
     */
    public List<Reason> reasons() {
        return List.copyOf(reasons);
    }
}
