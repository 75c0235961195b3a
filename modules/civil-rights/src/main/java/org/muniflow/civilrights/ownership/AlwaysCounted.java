package org.muniflow.civilrights.ownership;

import jakarta.validation.constraints.NotNull;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.file.Interest.AcquisitionMode;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;

/**
 * Tells whether an interest always counts because it came from a divorce, a legal separation or the death of the former
 * owner (KCMO Code § 3-461(l)(6)); the gift presumption is then not asked. Answers COUNTED, or NOT_APPLICABLE
 * when the other rules decide; the value tells whether it counts by this rule.
 */
public final class AlwaysCounted extends CodeRule<AlwaysCounted.Facts, Boolean> {

    private static final String CITES = "KCMO Code § 3-461(l)(6)";

    /** Makes the rule. */
    public AlwaysCounted() {
        super("R-226", "Does an interest from divorce or inheritance count?", CITES, Facts.class);
    }

    /**
     * What is known of the acquisition.
     *
     * @param mode how it was acquired
     * @param conflictingTerm whether a term of the divorce or separation conflicts with § 3-461
     */
    public record Facts(@NotNull AcquisitionMode mode, boolean conflictingTerm) {}

    @Override
    public RuleOutcome<Boolean> decide(Facts facts) {
        Because because = new Because();
        boolean divorce = facts.mode() == AcquisitionMode.DIVORCE;
        boolean counted = facts.mode() == AcquisitionMode.INHERITANCE || (divorce && !facts.conflictingTerm());
        if (counted) {
            because.note("COUNTED", "Interests from divorce or inheritance always count.", CITES);
        } else if (divorce) {
            because.note(
                    "CONFLICTING_TERM",
                    "A term of the divorce or separation conflicts with § 3-461; the interest does not always count.",
                    CITES);
        }
        return new RuleOutcome<>(counted ? "COUNTED" : "NOT_APPLICABLE", counted, because.reasons());
    }
}
