package org.muniflow.civilrights.reliance;

import jakarta.validation.constraints.NotNull;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;

/**
 * Tells whether the city recognizes a firm as a DBE in reliance on another body's certificate (KCMO Code § 3-461(b)):
 * there is a valid certificate of the UCP, the Missouri Highway and Transportation Department or KDOT; no federal, state
 * or local authority has ever denied the firm certification; the firm meets the definition of a DBE; and there is
 * evidence of past discrimination. Answers RELY or FULL_REVIEW; the value tells whether the city relies.
 *
 * <p>Assumed: reading A-10 (the definition is § 3-421(a)(21)), A-21 (suffices for DBE only, never for MBE or WBE).
 */
public final class DbeReliance extends CodeRule<DbeReliance.Facts, Boolean> {

    private static final String CITES = "KCMO Code § 3-461(b)";

    /** Makes the rule. */
    public DbeReliance() {
        super("R-218", "Does the city rely on another body's DBE certificate?", CITES, Facts.class);
    }

    /** Who issued the certificate. */
    public enum Authority {
        /** The unified certification program. */
        UCP,
        /** The Missouri Highway and Transportation Department. */
        MODOT,
        /** The Kansas Department of Transportation. */
        KDOT,
        /** None of these. */
        NONE
    }

    /**
     * What is known of the certificate and the firm.
     *
     * @param authority who issued the certificate
     * @param certificateValid whether it was verified and is valid
     * @param everDenied whether any federal, state or local authority has ever denied the firm certification
     * @param dbeDefinitionMet whether the firm meets the definition of a DBE
     * @param discriminationEvidence whether the evidence of past discrimination is in the file
     */
    public record Facts(
            @NotNull Authority authority,
            boolean certificateValid,
            boolean everDenied,
            boolean dbeDefinitionMet,
            boolean discriminationEvidence) {}

    @Override
    public RuleOutcome<Boolean> decide(Facts facts) {
        Because because = new Because();
        check(
                facts.authority() != Authority.NONE && facts.certificateValid(),
                "NO_CERTIFICATE",
                "There is no valid certificate of the UCP, the Missouri DOT or KDOT.",
                because);
        check(
                !facts.everDenied(),
                "EVER_DENIED",
                "A federal, state or local authority has denied the firm certification.",
                because);
        check(
                facts.dbeDefinitionMet(),
                "DEFINITION_NOT_MET",
                "The firm does not meet the definition of a DBE in § 3-421(a)(21) (reading A-10).",
                because);
        check(
                facts.discriminationEvidence(),
                "DISCRIMINATION_EVIDENCE_MISSING",
                "Evidence of past discrimination in the city and in the firm's trade is missing.",
                because);
        boolean rely = because.reasons().isEmpty();
        if (rely) {
            because.note(
                    "RELY",
                    "The certificate of " + facts.authority()
                            + " suffices for certification as a DBE, and for that only (reading A-21).",
                    CITES);
        }
        return new RuleOutcome<>(rely ? "RELY" : "FULL_REVIEW", rely, because.reasons());
    }

    private static void check(boolean holds, String code, String text, Because because) {
        if (!holds) {
            because.note(code, text, CITES);
        }
    }
}
