package org.muniflow.civilrights.eligibility;

/**
 * Tells whether a firm is eligible as a women's business enterprise: as R-201, with women (KCMO Code § 3-421(a)(47)).
 *
 * <p>Assumed: reading A-11 (presence is § 3-461(d)), A-19 (net worth is always asked).
 */
public final class WomensBusiness extends Eligibility {

    /** Makes the rule. */
    public WomensBusiness() {
        super("R-202", "Is the firm eligible as a WBE?", "KCMO Code § 3-421(a)(47)");
    }
}
