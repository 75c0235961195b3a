package org.muniflow.civilrights.denial;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;
import org.muniflow.civilrights.standing.ReasonCode;

/**
 * Finds where a denied firm may appeal (KCMO Code § 3-461(r)(2)-(4)): nowhere on a ground that excludes reconsideration
 * at the UCP if it applied as a DBE too; otherwise at the city by the rules of revocation appeals. Answers
 * NONE, UCP or CITY; the value repeats it.
 *
 * <p>Assumed: reading A-26, DBE co-applicants go to the UCP, and reasons without a DBE equivalent are flagged as having
 * no route in the text; A-27 for mixed reasons.
 */
public final class DenialAppealRoute extends CodeRule<DenialAppealRoute.Facts, AppealRoute> {

    private static final String CITES = "KCMO Code § 3-461(r)(2)";
    private static final Set<ReasonCode> DBE_EQUIVALENT = EnumSet.of(
            ReasonCode.STATUS_NOT_SHOWN,
            ReasonCode.OWNERSHIP_BELOW_51,
            ReasonCode.OWNERSHIP_NOT_REAL,
            ReasonCode.CONTROL_NOT_SHOWN,
            ReasonCode.NOT_INDEPENDENT,
            ReasonCode.SIZE_EXCEEDED,
            ReasonCode.PNW_EXCEEDED,
            ReasonCode.PNW_NOT_DOCUMENTED,
            ReasonCode.NON_COOPERATION);

    /** Makes the rule. */
    public DenialAppealRoute() {
        super("R-282", "Where may a denied firm appeal?", CITES, Facts.class);
    }

    /**
     * The denial.
     *
     * @param reasons its reason codes; at least one
     * @param appliedForDbe whether the firm applied as a DBE too
     */
    public record Facts(@NotEmpty List<@NotNull ReasonCode> reasons, boolean appliedForDbe) {

        /** Copies the list. */
        public Facts {
            reasons = List.copyOf(reasons);
        }
    }

    @Override
    public RuleOutcome<AppealRoute> decide(Facts facts) {
        Because because = Reconsideration.exclusions(facts.reasons());
        if (!because.reasons().isEmpty()) {
            return new RuleOutcome<>("NONE", AppealRoute.NONE, because.reasons());
        }
        if (!facts.appliedForDbe()) {
            because.note(
                    "CITY",
                    "The firm may appeal to the city by the rules of revocation appeals.",
                    "KCMO Code § 3-461(r)(3)");
            return new RuleOutcome<>("CITY", AppealRoute.CITY, because.reasons());
        }
        because.note("UCP", "The firm applied as a DBE and appeals to the UCP (reading A-26).", CITES);
        facts.reasons().stream()
                .filter(code -> !DBE_EQUIVALENT.contains(code))
                .distinct()
                .forEach(code -> because.note(
                        "NO_ROUTE_IN_TEXT",
                        code + " has no equivalent among DBE criteria; the text names no route for it (reading A-26).",
                        CITES));
        return new RuleOutcome<>("UCP", AppealRoute.UCP, because.reasons());
    }
}
