package org.muniflow.civilrights.control;

import jakarta.validation.constraints.NotNull;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.file.Firm.EntityType;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;
import org.muniflow.civilrights.standing.ReasonCode;

/**
 * Tells whether qualifying owners hold the power to direct the firm (KCMO Code § 3-461(m)(3)): the highest officer
 * position in every firm; the board of directors in a corporation; a general partner with control over all decisions in
 * a partnership. Answers MET or NOT_MET; the value repeats it.
 */
public final class PowerToDirect extends CodeRule<PowerToDirect.Facts, Boolean> {

    private static final String CITES = "KCMO Code § 3-461(m)(3)";

    /** Makes the rule. */
    public PowerToDirect() {
        super("R-243", "Do qualifying owners hold the power to direct?", CITES, Facts.class);
    }

    /**
     * What is known of the offices.
     *
     * @param entityType the legal form
     * @param highestOfficer whether a qualifying owner holds the highest officer position
     * @param boardControlled whether qualifying owners control the board of directors; asked of corporations
     * @param generalPartner whether at least one qualifying general partner controls all partnership decisions; asked of
     *     partnerships
     */
    public record Facts(
            @NotNull EntityType entityType, boolean highestOfficer, boolean boardControlled, boolean generalPartner) {}

    @Override
    public RuleOutcome<Boolean> decide(Facts facts) {
        Because because = new Because();
        if (!facts.highestOfficer()) {
            because.not(
                    ReasonCode.CONTROL_NOT_SHOWN,
                    "No qualifying owner holds the highest officer position.",
                    CITES + "(a)");
        }
        if (facts.entityType() == EntityType.CORPORATION && !facts.boardControlled()) {
            because.not(
                    ReasonCode.CONTROL_NOT_SHOWN,
                    "Qualifying owners do not control the board of directors.",
                    CITES + "(b)");
        }
        if (facts.entityType() == EntityType.PARTNERSHIP && !facts.generalPartner()) {
            because.not(
                    ReasonCode.CONTROL_NOT_SHOWN,
                    "No qualifying general partner controls all partnership decisions.",
                    CITES + "(c)");
        }
        boolean met = because.nothingAgainst();
        return new RuleOutcome<>(met ? "MET" : "NOT_MET", met, because.reasons());
    }
}
