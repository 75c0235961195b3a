package org.muniflow.civilrights.denial;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muniflow.api.law.DecisionTables;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;
import org.muniflow.civilrights.standing.ReasonCode;

/**
 * Finds where a denied firm may appeal (KCMO Code § 3-461(r)(2)-(4)): nowhere on a ground that excludes reconsideration
 * at the UCP if it applied as a DBE too; otherwise at the city by the rules of revocation appeals. Answers
 * NONE, UCP or CITY; the value repeats it. The rows stand in {@code denial-appeal-route.dmn}.
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

    private final DecisionTables tables;

    /**
     * Makes the rule.
     *
     * @param tables the module's tables; reads {@code denial-appeal-route}
     */
    public DenialAppealRoute(DecisionTables tables) {
        super("R-282", "Where may a denied firm appeal?", CITES, Facts.class);
        this.tables = tables;
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
        boolean excluded = !because.reasons().isEmpty();
        Map<String, Object> row = tables
                .evaluate(
                        "denial-appeal-route",
                        Map.of("excludesReconsideration", excluded, "appliedForDbe", facts.appliedForDbe()))
                .stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The table denial-appeal-route has no row for" + " these grounds; add one"));
        AppealRoute route = AppealRoute.valueOf(String.valueOf(row.get("route")));
        because.note(route.name(), String.valueOf(row.get("text")), String.valueOf(row.getOrDefault("cites", CITES)));
        if (route == AppealRoute.UCP) {
            flagWithoutRoute(facts, because);
        }
        return new RuleOutcome<>(route.name(), route, because.reasons());
    }

    private static void flagWithoutRoute(Facts facts, Because because) {
        facts.reasons().stream()
                .filter(code -> !DBE_EQUIVALENT.contains(code))
                .distinct()
                .forEach(code -> because.note(
                        "NO_ROUTE_IN_TEXT",
                        code + " has no equivalent among DBE criteria; the text names no route for it (reading A-26).",
                        CITES));
    }
}
