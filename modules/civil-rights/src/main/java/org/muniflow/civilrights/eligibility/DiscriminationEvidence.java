package org.muniflow.civilrights.eligibility;

import org.jspecify.annotations.Nullable;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;
import org.muniflow.civilrights.standing.ReasonCode;

/**
 * Tells whether evidence of past discrimination is in the file: written documentation or an affidavit of earlier
 * discrimination by race or gender, both in the city and in the firm's trade or industry (KCMO Code § 3-461(b)). Answers
 * MET or NOT_MET; the value repeats it.
 *
 * <p>Not modelled: what the evidence proves, which a person reads.
 */
public final class DiscriminationEvidence extends CodeRule<DiscriminationEvidence.Facts, Boolean> {

    private static final String CITES = "KCMO Code § 3-461(b)";

    /** Makes the rule. */
    public DiscriminationEvidence() {
        super("R-208", "Is there evidence of past discrimination?", CITES, Facts.class);
    }

    /**
     * What is in the file.
     *
     * @param inWriting whether there is written documentation or an affidavit
     * @param inCity whether it shows discrimination in the city
     * @param inTrade whether it shows discrimination in the firm's trade or industry
     */
    public record Facts(boolean inWriting, boolean inCity, boolean inTrade) {

        /**
         * Reads the facts from the two statements of an application.
         *
         * @param inCity the statement on the city; null if none
         * @param inTrade the statement on the trade; null if none
         * @return the facts
         */
        public static Facts of(@Nullable String inCity, @Nullable String inTrade) {
            boolean city = inCity != null && !inCity.isBlank();
            boolean trade = inTrade != null && !inTrade.isBlank();
            return new Facts(city || trade, city, trade);
        }
    }

    @Override
    public RuleOutcome<Boolean> decide(Facts facts) {
        Because because = new Because();
        if (!facts.inWriting()) {
            against(because, "There is neither written documentation nor an affidavit of past discrimination.");
        } else {
            if (!facts.inCity()) {
                against(because, "Past discrimination is not shown for the city.");
            }
            if (!facts.inTrade()) {
                against(because, "Past discrimination is not shown for the firm's trade or industry.");
            }
        }
        boolean met = because.nothingAgainst();
        return new RuleOutcome<>(met ? "MET" : "NOT_MET", met, because.reasons());
    }

    private static void against(Because because, String text) {
        because.not(ReasonCode.DISCRIMINATION_EVIDENCE_MISSING, text, CITES);
    }
}
