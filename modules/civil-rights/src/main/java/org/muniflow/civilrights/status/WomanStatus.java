package org.muniflow.civilrights.status;

import jakarta.validation.constraints.NotNull;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.file.Owner.Citizenship;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;
import org.muniflow.civilrights.standing.ReasonCode;

/**
 * Tells whether a person is a woman in the sense of the law: a female citizen or lawful permanent resident (KCMO Code §
 * 3-421(a)(46)). Answers WOMAN or NOT_WOMAN; the value repeats it.
 */
public final class WomanStatus extends CodeRule<WomanStatus.Facts, Boolean> {

    private static final String CITES = "KCMO Code § 3-421(a)(46)";

    /** Makes the rule. */
    public WomanStatus() {
        super("R-207", "Is the person a woman in the sense of the law?", CITES, Facts.class);
    }

    /**
     * What is known of a person.
     *
     * @param female whether the person is female, as stated
     * @param citizenship the citizenship
     */
    public record Facts(boolean female, @NotNull Citizenship citizenship) {}

    @Override
    public RuleOutcome<Boolean> decide(Facts facts) {
        Because because = new Because();
        if (!facts.female()) {
            because.not(ReasonCode.STATUS_NOT_SHOWN, "The person is not stated to be female.", CITES);
        }
        if (facts.citizenship() == Citizenship.OTHER) {
            because.not(ReasonCode.STATUS_NOT_SHOWN, "Neither citizen nor lawful permanent resident.", CITES);
        }
        boolean woman = because.nothingAgainst();
        return new RuleOutcome<>(woman ? "WOMAN" : "NOT_WOMAN", woman, because.reasons());
    }
}
