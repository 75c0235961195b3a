package org.muniflow.civilrights.ownership;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.muniflow.api.law.LawNumbers;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;
import org.muniflow.civilrights.law.Percent;
import org.muniflow.civilrights.standing.ReasonCode;

/**
 * Tells whether qualifying people own a firm cumulatively through a holding company (KCMO Code § 3-461(m)(20)(a), (b)):
 * their percentage of the parent times the parent's percentage of the firm is at least 51 percent, exactly computed (75
 * percent of 68 percent is 51), the parent was established for a purpose customary in the industry, and the people who
 * control the parent control the firm. Answers MET or NOT_MET; the value is the exact share in percent.
 *
 * <p>Not modelled: chains of more than two levels, which the text does not describe; example 6 (receipts of all
 * affiliates) is R-213.
 */
public final class HoldingCompany extends CodeRule<HoldingCompany.Facts, BigDecimal> {

    private static final String CITES = "KCMO Code § 3-461(m)(20)";

    private final LawNumbers numbers;

    /**
     * Makes the rule.
     *
     * @param numbers the law's numbers; reads {@code ownership.minimumPercent}
     */
    public HoldingCompany(LawNumbers numbers) {
        super("R-230", "Do qualifying people own the firm through its holding company?", CITES, Facts.class);
        this.numbers = numbers;
    }

    /**
     * What is known of parent and firm.
     *
     * @param appliedOn the date of the application
     * @param qualifyingPercentOfParent the part of the parent that qualifying people own, in percent
     * @param parentPercentOfFirm the part of the firm that the parent owns, in percent
     * @param customaryPurpose whether the parent was established for tax, capitalization or another purpose consistent
     *     with industry practice
     * @param parentControlsFirm whether the parent, and through it the qualifying people, control the firm
     */
    public record Facts(
            @NotNull LocalDate appliedOn,
            @NotNull @DecimalMin("0") @DecimalMax("100") BigDecimal qualifyingPercentOfParent,
            @NotNull @DecimalMin("0") @DecimalMax("100") BigDecimal parentPercentOfFirm,
            boolean customaryPurpose,
            boolean parentControlsFirm) {}

    @Override
    public RuleOutcome<BigDecimal> decide(Facts facts) {
        Because because = new Because();
        Percent minimum = Percent.of(numbers.get("ownership.minimumPercent", facts.appliedOn()));
        Percent parent = Percent.of(facts.qualifyingPercentOfParent());
        Percent firm = Percent.of(facts.parentPercentOfFirm());
        Percent share = parent.of(firm);
        String sum = parent + " of " + firm + " is " + share;
        if (share.atLeast(minimum.value())) {
            because.note("SHARE", sum + ", at least " + minimum + ".", CITES + "(b)");
        } else {
            because.not(ReasonCode.OWNERSHIP_BELOW_51, sum + ", less than " + minimum + ".", CITES + "(b)");
        }
        if (!facts.customaryPurpose()) {
            because.not(
                    ReasonCode.OWNERSHIP_BELOW_51,
                    "The parent was not established for a purpose consistent with industry practice.",
                    CITES + "(a)");
        }
        if (!facts.parentControlsFirm()) {
            because.not(
                    ReasonCode.CONTROL_NOT_SHOWN,
                    "The people who control the parent do not control the firm.",
                    CITES + "(b) ex. 4");
        }
        return new RuleOutcome<>(because.nothingAgainst() ? "MET" : "NOT_MET", share.value(), because.reasons());
    }
}
