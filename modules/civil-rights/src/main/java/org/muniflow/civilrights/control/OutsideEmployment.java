package org.muniflow.civilrights.control;

import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;
import org.muniflow.civilrights.standing.ReasonCode;

/**
 * Finds in an owner's other occupations what rules control out (KCMO Code § 3-461(m)(9)): absentee ownership, part-time
 * work in a full-time firm, conflicting outside employment. An owner of an evenings or weekends firm may control it who
 * is in control all the time it operates. Answers NO_FLAG, WEIGH or NOT_MET; the value tells whether control is ruled
 * out.
 *
 * <p>Not modelled: whether outside employment conflicts or takes too much time, which a person finds.
 */
public final class OutsideEmployment extends CodeRule<OutsideEmployment.Facts, Boolean> {

    private static final String CITES = "KCMO Code § 3-461(m)(9)";

    /** Makes the rule. */
    public OutsideEmployment() {
        super("R-249", "Does other employment keep the owner from control?", CITES, Facts.class);
    }

    /**
     * What is known of an owner's occupations.
     *
     * @param outsideEmployment whether the owner has outside employment
     * @param conflicting whether a person found that it conflicts with control or takes too much time
     * @param absentee whether the owner is absent from the firm
     * @param partTime whether the owner works part time in the firm
     * @param firmFullTime whether the firm operates full time, not only in evenings or on weekends
     * @param controlsWhileOperating whether the owner is in control all the time the firm operates
     */
    public record Facts(
            boolean outsideEmployment,
            boolean conflicting,
            boolean absentee,
            boolean partTime,
            boolean firmFullTime,
            boolean controlsWhileOperating) {}

    @Override
    public RuleOutcome<Boolean> decide(Facts facts) {
        Because because = new Because();
        if (facts.absentee()) {
            because.not(ReasonCode.CONTROL_NOT_SHOWN, "Absentee ownership is no control.", CITES);
        }
        if (facts.partTime() && facts.firmFullTime()) {
            because.not(ReasonCode.CONTROL_NOT_SHOWN, "Part-time work in a full-time firm is no control.", CITES);
        }
        if (!facts.firmFullTime() && !facts.controlsWhileOperating()) {
            because.not(
                    ReasonCode.CONTROL_NOT_SHOWN, "The owner is not in control all the time the firm operates.", CITES);
        }
        if (facts.outsideEmployment() && facts.conflicting()) {
            because.not(ReasonCode.CONTROL_NOT_SHOWN, "The owner's outside employment conflicts with control.", CITES);
        }
        if (!because.nothingAgainst()) {
            return new RuleOutcome<>("NOT_MET", true, because.reasons());
        }
        if (facts.outsideEmployment()) {
            because.note("OUTSIDE_EMPLOYMENT", "Weigh whether the outside employment leaves time for control.", CITES);
        }
        return new RuleOutcome<>(facts.outsideEmployment() ? "WEIGH" : "NO_FLAG", false, because.reasons());
    }
}
