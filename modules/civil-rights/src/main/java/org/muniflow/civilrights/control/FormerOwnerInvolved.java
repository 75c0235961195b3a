package org.muniflow.civilrights.control;

import jakarta.validation.constraints.NotNull;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;
import org.muniflow.civilrights.law.Standard;
import org.muniflow.civilrights.standing.ReasonCode;

/**
 * Sets the standard of proof for control and compares it with what was shown (KCMO Code § 3-461(m)(11)): when a former
 * owner or controller who does not qualify stays involved in any capacity after the transfer, clear and convincing
 * evidence of both another reason than certification and actual control; otherwise a preponderance of evidence of
 * control (§ 3-461(i)). Answers MET or NOT_MET; the value is the standard that applies.
 *
 * <p>Not modelled: the weighing of evidence, which a person does and records as a standard reached.
 */
public final class FormerOwnerInvolved extends CodeRule<FormerOwnerInvolved.Facts, Standard> {

    private static final String CITES = "KCMO Code § 3-461(m)(11)";

    /** Makes the rule. */
    public FormerOwnerInvolved() {
        super("R-251", "Is control shown though a former owner stays involved?", CITES, Facts.class);
    }

    /**
     * What is shown.
     *
     * @param formerOwnerInvolved whether a former owner or controller who does not qualify is still involved
     * @param otherReason how strongly a reason other than certification is shown; asked only if one is involved
     * @param actualControl how strongly actual control is shown
     */
    public record Facts(
            boolean formerOwnerInvolved,
            @NotNull Standard otherReason,
            @NotNull Standard actualControl) {}

    @Override
    public RuleOutcome<Standard> decide(Facts facts) {
        Because because = new Because();
        Standard needed = facts.formerOwnerInvolved() ? Standard.CLEAR_AND_CONVINCING : Standard.PREPONDERANCE;
        String words =
                facts.formerOwnerInvolved() ? "clear and convincing evidence" : "a preponderance of the evidence";
        String cites = facts.formerOwnerInvolved() ? CITES : "KCMO Code § 3-461(i)";
        if (facts.actualControl().compareTo(needed) < 0) {
            because.not(ReasonCode.CONTROL_NOT_SHOWN, "Actual control is not shown by " + words + ".", cites);
        }
        if (facts.formerOwnerInvolved() && facts.otherReason().compareTo(needed) < 0) {
            because.not(
                    ReasonCode.CONTROL_NOT_SHOWN,
                    "It is not shown by clear and convincing evidence that the firm was transferred for a reason other"
                            + " than certification.",
                    CITES);
        }
        return new RuleOutcome<>(because.nothingAgainst() ? "MET" : "NOT_MET", needed, because.reasons());
    }
}
