package org.muniflow.civilrights.denial;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;
import org.muniflow.civilrights.standing.ReasonCode;

/**
 * Finds where a firm may appeal a revocation (KCMO Code § 3-461(s)(1)-(3)): only at the UCP if it is certified as a DBE;
 * nowhere on a ground that excludes reconsideration; otherwise at the city. Answers UCP, NONE or CITY; the value
 * repeats it.
 */
public final class RevocationAppealRoute extends CodeRule<RevocationAppealRoute.Facts, AppealRoute> {

    private static final String CITES = "KCMO Code § 3-461(s)";

    /** Makes the rule. */
    public RevocationAppealRoute() {
        super("R-284", "Where may a firm appeal a revocation?", CITES, Facts.class);
    }

    /**
     * The revocation.
     *
     * @param reasons its reason codes; at least one
     * @param certifiedAsDbe whether the firm is certified as a DBE too
     */
    public record Facts(@NotEmpty List<@NotNull ReasonCode> reasons, boolean certifiedAsDbe) {

        /** Copies the list. */
        public Facts {
            reasons = List.copyOf(reasons);
        }
    }

    @Override
    public RuleOutcome<AppealRoute> decide(Facts facts) {
        Because because = new Because();
        if (facts.certifiedAsDbe()) {
            because.note("UCP", "A firm certified as a DBE appeals to the UCP only.", CITES + "(1)");
            return new RuleOutcome<>("UCP", AppealRoute.UCP, because.reasons());
        }
        Because exclusions = Reconsideration.exclusions(facts.reasons());
        if (!exclusions.reasons().isEmpty()) {
            return new RuleOutcome<>("NONE", AppealRoute.NONE, exclusions.reasons());
        }
        because.note("CITY", "The firm may appeal to the city.", CITES + "(3)");
        return new RuleOutcome<>("CITY", AppealRoute.CITY, because.reasons());
    }
}
