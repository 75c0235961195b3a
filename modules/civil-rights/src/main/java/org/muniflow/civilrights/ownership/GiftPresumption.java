package org.muniflow.civilrights.ownership;

import jakarta.validation.constraints.NotNull;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.file.Interest.AcquisitionMode;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;
import org.muniflow.civilrights.law.Standard;
import org.muniflow.civilrights.standing.ReasonCode;

/**
 * Presumes that an interest is not held when it came, without adequate consideration, from a person or firm that does
 * not qualify and is linked with the firm (KCMO Code § 3-461(l)(7)). Clear and convincing evidence of both another
 * reason than certification and actual control rebuts it. Answers NO_PRESUMPTION, REBUTTED or PRESUMED_NOT_HELD; the
 * value tells whether the interest counts.
 *
 * <p>Not modelled: the weighing of evidence, which a person does and records as a standard reached.
 */
public final class GiftPresumption extends CodeRule<GiftPresumption.Facts, Boolean> {

    private static final String CITES = "KCMO Code § 3-461(l)(7)";

    /** Makes the rule. */
    public GiftPresumption() {
        super("R-227", "Is a gift of ownership presumed not to be held?", CITES, Facts.class);
    }

    /**
     * What is known of the transfer.
     *
     * @param mode how the interest was acquired
     * @param donorQualifies whether the donor is a minority or woman of the program, or an MBE or WBE
     * @param inFirmOrAffiliate whether the donor is involved in the same firm or an affiliate
     * @param inSameLine whether the donor is involved in the same or a similar line of business
     * @param ongoingBusiness whether the donor is in an ongoing business relationship with the firm or an affiliate
     * @param otherReason how strongly a reason other than certification is shown
     * @param actualControl how strongly actual control despite the donor's participation is shown
     */
    public record Facts(
            @NotNull AcquisitionMode mode,
            boolean donorQualifies,
            boolean inFirmOrAffiliate,
            boolean inSameLine,
            boolean ongoingBusiness,
            @NotNull Standard otherReason,
            @NotNull Standard actualControl) {

        boolean gratuitous() {
            return mode == AcquisitionMode.GIFT || mode == AcquisitionMode.INADEQUATE_CONSIDERATION;
        }

        boolean linked() {
            return inFirmOrAffiliate || inSameLine || ongoingBusiness;
        }
    }

    @Override
    public RuleOutcome<Boolean> decide(Facts facts) {
        if (!facts.gratuitous() || facts.donorQualifies() || !facts.linked()) {
            return RuleOutcome.of("NO_PRESUMPTION", true);
        }
        Because because = new Because();
        if (facts.otherReason() != Standard.CLEAR_AND_CONVINCING) {
            because.not(
                    ReasonCode.OWNERSHIP_NOT_REAL,
                    "It is not shown by clear and convincing evidence that the interest was transferred for a reason"
                            + " other than certification.",
                    CITES);
        }
        if (facts.actualControl() != Standard.CLEAR_AND_CONVINCING) {
            because.not(
                    ReasonCode.OWNERSHIP_NOT_REAL,
                    "It is not shown by clear and convincing evidence that the owner actually controls the firm"
                            + " despite the donor's continuing participation.",
                    CITES);
        }
        boolean rebutted = because.nothingAgainst();
        return new RuleOutcome<>(rebutted ? "REBUTTED" : "PRESUMED_NOT_HELD", rebutted, because.reasons());
    }
}
