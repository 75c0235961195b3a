package org.muniflow.civilrights.eligibility;

/**
 * Tells whether a firm is eligible as a minority business enterprise: at least 51 percent owned, managed and
 * independently controlled by minorities, present, small, useful, certified, each owner within the net worth limit (KCMO
 * Code § 3-421(a)(34)).
 *
 * <p>Assumed: reading A-11 (presence is § 3-461(d)), A-19 (net worth is always asked).
 */
public final class MinorityBusiness extends Eligibility {

    /** Makes the rule. */
    public MinorityBusiness() {
        super("R-201", "Is the firm eligible as an MBE?", "KCMO Code § 3-421(a)(34)");
    }
}
