package org.muniflow.civilrights.lifecycle;

import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;
import org.muniflow.civilrights.standing.ReasonCode;

/**
 * Tells what a firm's refusal to facilitate an audit is ground for (KCMO Code § 3-461(e)): denial for an applicant,
 * revocation for a certified firm. The director decides. Answers NO_GROUND, DENIAL_GROUND or REVOCATION_GROUND; the
 * value tells whether there is a ground.
 *
 * <p>Assumed: reading A-23, a ground and not a consequence that must follow.
 */
public final class AuditRefusal extends CodeRule<AuditRefusal.Facts, Boolean> {

    private static final String CITES = "KCMO Code § 3-461(e)";

    /** Makes the rule. */
    public AuditRefusal() {
        super("R-261", "Is refusing an audit a ground of denial or revocation?", CITES, Facts.class);
    }

    /**
     * What happened.
     *
     * @param facilitated whether the firm facilitated the audit
     * @param certified whether the firm is certified at present
     */
    public record Facts(boolean facilitated, boolean certified) {}

    @Override
    public RuleOutcome<Boolean> decide(Facts facts) {
        if (facts.facilitated()) {
            return RuleOutcome.of("NO_GROUND", false);
        }
        Because because = new Because();
        because.not(ReasonCode.AUDIT_REFUSED, "The firm refused to facilitate an audit (reading A-23).", CITES);
        return new RuleOutcome<>(facts.certified() ? "REVOCATION_GROUND" : "DENIAL_GROUND", true, because.reasons());
    }
}
