package org.muniflow.civilrights.ownership;

import jakarta.validation.constraints.NotNull;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.file.Interest.AcquisitionMode;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;
import org.muniflow.civilrights.standing.ReasonCode;

/**
 * Tells whether an interest acquired with marital assets counts as the owner's own (KCMO Code § 3-461(l)(8)): the other
 * spouse has irrevocably renounced and transferred all rights as the law of domicile sanctions, and a copy is in the
 * application. Answers COUNTED, NOT_COUNTED or NOT_APPLICABLE; the value tells whether it counts.
 *
 * <p>Not modelled: how much state law recognizes, which a person finds; no greater part counts.
 */
public final class MaritalAssets extends CodeRule<MaritalAssets.Facts, Boolean> {

    private static final String CITES = "KCMO Code § 3-461(l)(8)";

    /** Makes the rule. */
    public MaritalAssets() {
        super("R-228", "Does an interest acquired with marital assets count?", CITES, Facts.class);
    }

    /**
     * What is known of the acquisition.
     *
     * @param mode how the interest was acquired
     * @param renounced whether the other spouse irrevocably renounced and transferred all rights
     * @param sanctionedByStateLaw whether in the manner sanctioned by the law of the domicile of either spouse or firm
     * @param copyInApplication whether a copy of the renunciation is in the application
     */
    public record Facts(
            @NotNull AcquisitionMode mode,
            boolean renounced,
            boolean sanctionedByStateLaw,
            boolean copyInApplication) {}

    @Override
    public RuleOutcome<Boolean> decide(Facts facts) {
        if (facts.mode() != AcquisitionMode.MARITAL_ASSETS) {
            return RuleOutcome.of("NOT_APPLICABLE", true);
        }
        Because because = new Because();
        if (!facts.renounced()) {
            because.not(
                    ReasonCode.OWNERSHIP_BELOW_51,
                    "The other spouse has not irrevocably renounced and transferred all rights in the interest.",
                    CITES);
        } else if (!facts.sanctionedByStateLaw()) {
            because.not(
                    ReasonCode.OWNERSHIP_BELOW_51,
                    "The renunciation is not in the manner that the law of the domicile sanctions.",
                    CITES);
        }
        if (!facts.copyInApplication()) {
            because.not(ReasonCode.OWNERSHIP_BELOW_51, "A copy of the renunciation is not in the application.", CITES);
        }
        boolean counted = because.nothingAgainst();
        return new RuleOutcome<>(counted ? "COUNTED" : "NOT_COUNTED", counted, because.reasons());
    }
}
