package org.muniflow.civilrights.ownership;

import jakarta.validation.constraints.NotNull;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;
import org.muniflow.civilrights.standing.ReasonCode;

/**
 * Tells whether an interest is held in a way that counts (KCMO Code § 3-461(l)(3)): directly, or through a trust or
 * guardian within its exceptions. Answers COUNTED or NOT_COUNTED; the value repeats it.
 *
 * <p>Not modelled: whether a beneficial owner effectively controls the firm, which a person finds; it comes in as a
 * fact. Interests held by a firm are asked by.
 */
public final class DirectHolding extends CodeRule<DirectHolding.Facts, Boolean> {

    private static final String CITES = "KCMO Code § 3-461(l)(3)";

    /** Makes the rule. */
    public DirectHolding() {
        super("R-223", "Is the interest held in a way that counts?", CITES, Facts.class);
    }

    /** How an interest is held. */
    public enum Holder {
        /** By the person. */
        DIRECT,
        /** In trust, or by a guardian for a minor. */
        TRUST_OR_GUARDIAN,
        /** In a revocable living trust. */
        REVOCABLE_LIVING_TRUST,
        /** By another firm. */
        FIRM
    }

    /**
     * How an interest is held.
     *
     * @param holder the way
     * @param beneficiaryQualifies whether the beneficial owner is a minority or woman of the program
     * @param trusteeQualifies whether the trustee is the same or another such individual
     * @param beneficiaryControls whether the beneficial owner, not the trustee, effectively controls management,
     *     policy-making and daily operations, as found by a person
     * @param soleGrantorBeneficiaryTrustee whether one and the same qualifying person is sole grantor, beneficiary and
     *     trustee
     */
    public record Facts(
            @NotNull Holder holder,
            boolean beneficiaryQualifies,
            boolean trusteeQualifies,
            boolean beneficiaryControls,
            boolean soleGrantorBeneficiaryTrustee) {}

    @Override
    public RuleOutcome<Boolean> decide(Facts facts) {
        Because because = new Because();
        switch (facts.holder()) {
            case DIRECT -> {}
            case FIRM ->
                because.not(
                        ReasonCode.OWNERSHIP_BELOW_51,
                        "The interest is held by a firm and does not count as held directly.",
                        CITES);
            case REVOCABLE_LIVING_TRUST -> {
                if (!facts.beneficiaryQualifies() || !facts.soleGrantorBeneficiaryTrustee()) {
                    because.not(
                            ReasonCode.OWNERSHIP_BELOW_51,
                            "A revocable living trust counts only if the same qualifying person is its sole grantor,"
                                    + " beneficiary and trustee.",
                            CITES);
                }
            }
            case TRUST_OR_GUARDIAN -> {
                if (!facts.beneficiaryQualifies() || !(facts.trusteeQualifies() || facts.beneficiaryControls())) {
                    because.not(
                            ReasonCode.OWNERSHIP_BELOW_51,
                            "The trust counts only if its beneficial owner qualifies and either the trustee qualifies"
                                    + " too or the beneficial owner effectively controls the firm.",
                            CITES);
                }
            }
        }
        boolean counted = because.nothingAgainst();
        return new RuleOutcome<>(counted ? "COUNTED" : "NOT_COUNTED", counted, because.reasons());
    }
}
