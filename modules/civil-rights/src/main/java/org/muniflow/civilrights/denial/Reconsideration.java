package org.muniflow.civilrights.denial;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;
import org.muniflow.civilrights.standing.ReasonCode;

/**
 * Tells whether a denial or revocation may be reconsidered (KCMO Code § 3-461(r)(4), (s)(2)): not if the firm failed to
 * submit required documents, failed to show presence or exceeded size standards. Answers RECONSIDERABLE or
 * NO_RECONSIDERATION; the value repeats it.
 *
 * <p>Assumed: reading A-27, any such reason among others suffices.
 */
public final class Reconsideration extends CodeRule<Reconsideration.Facts, Boolean> {

    static final String CITES = "KCMO Code § 3-461(r)(4)";

    /** Makes the rule. */
    public Reconsideration() {
        super("R-283", "May the decision be reconsidered?", CITES, Facts.class);
    }

    /**
     * The decision.
     *
     * @param reasons its reason codes; at least one
     */
    public record Facts(@NotEmpty List<@NotNull ReasonCode> reasons) {

        /** Copies the list. */
        public Facts {
            reasons = List.copyOf(reasons);
        }
    }

    @Override
    public RuleOutcome<Boolean> decide(Facts facts) {
        Because because = exclusions(facts.reasons());
        boolean open = because.reasons().isEmpty();
        return new RuleOutcome<>(open ? "RECONSIDERABLE" : "NO_RECONSIDERATION", open, because.reasons());
    }

    static Because exclusions(List<ReasonCode> reasons) {
        Because because = new Because();
        reasons.stream()
                .filter(code -> !code.reconsiderable())
                .distinct()
                .forEach(code -> because.note(
                        code.name(),
                        code + " excludes administrative reconsideration"
                                + (reasons.size() > 1 ? ", even among other reasons (reading A-27)." : "."),
                        CITES));
        return because;
    }
}
