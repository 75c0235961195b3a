package org.muniflow.civilrights.control;

import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;
import org.muniflow.civilrights.standing.ReasonCode;

/**
 * Tells whether an owner holds the license that state or local law requires for owning or controlling such a firm (KCMO
 * Code § 3-461(m)(7)). If none is required, its absence is one factor and never the sole ground. Answers MET, NOT_MET or
 * ONE_FACTOR; the value tells whether a denial may rest on it.
 */
public final class RequiredCredential extends CodeRule<RequiredCredential.Facts, Boolean> {

    private static final String CITES = "KCMO Code § 3-461(m)(7)";

    /** Makes the rule. */
    public RequiredCredential() {
        super("R-247", "Does the owner hold a required license?", CITES, Facts.class);
    }

    /**
     * What is known of the license.
     *
     * @param requiredByLaw whether state or local law requires it of those who own or control this type of firm
     * @param held whether the qualifying owner holds it
     */
    public record Facts(boolean requiredByLaw, boolean held) {}

    @Override
    public RuleOutcome<Boolean> decide(Facts facts) {
        if (facts.held()) {
            return RuleOutcome.of("MET", false);
        }
        Because because = new Because();
        if (facts.requiredByLaw()) {
            because.not(
                    ReasonCode.CONTROL_NOT_SHOWN, "The owner does not hold the license that the law requires.", CITES);
            return new RuleOutcome<>("NOT_MET", true, because.reasons());
        }
        because.note("ONE_FACTOR", "The law requires no license; its absence is only one factor.", CITES);
        return new RuleOutcome<>("ONE_FACTOR", false, because.reasons());
    }
}
