package org.muniflow.civilrights.ownership;

import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;
import org.muniflow.civilrights.standing.ReasonCode;

/**
 * Refuses a firm that is owned by another firm otherwise than through a holding company of R-230, even if its owner is
 * itself an MBE or WBE (KCMO Code § 3-461(m)(20)). Answers ADMITTED or INELIGIBLE; the value repeats it.
 *
 * <p>Assumed: a firm is owned by another when interests in it that qualifying people need for 51 percent are held by
 * that firm; a firm's minority interest beside 51 percent held directly does no harm.
 */
public final class FirmOwnedFirm extends CodeRule<FirmOwnedFirm.Facts, Boolean> {

    private static final String CITES = "KCMO Code § 3-461(m)(20)";

    /** Makes the rule. */
    public FirmOwnedFirm() {
        super("R-231", "Is the firm owned by another firm?", CITES, Facts.class);
    }

    /**
     * What is known of the ownership.
     *
     * @param ownedByFirm whether another firm owns the firm
     * @param heldThroughHoldingCompany whether that firm is a holding company that meets R-230
     */
    public record Facts(boolean ownedByFirm, boolean heldThroughHoldingCompany) {}

    @Override
    public RuleOutcome<Boolean> decide(Facts facts) {
        Because because = new Because();
        if (facts.ownedByFirm() && !facts.heldThroughHoldingCompany()) {
            because.not(
                    ReasonCode.OWNERSHIP_BELOW_51,
                    "The firm is not owned by individuals but by another firm, which is not a holding company of"
                            + " qualifying people.",
                    CITES);
        }
        boolean admitted = because.nothingAgainst();
        return new RuleOutcome<>(admitted ? "ADMITTED" : "INELIGIBLE", admitted, because.reasons());
    }
}
