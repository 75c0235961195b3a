package org.muniflow.civilrights.networth;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.law.Citation;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;
import org.muniflow.civilrights.law.Money;
import org.muniflow.civilrights.standing.ReasonCode;

/**
 * Compares an owner's personal net worth with the U.S. DOT limit in force on the application date (KCMO Code §
 * 3-421(a)(34)(f), (47)(f), § 3-461(c)). Equality passes. Answers MET or NOT_MET.
 *
 * <p>Assumed: reading A-13, every individual owner is asked. Not modelled: the limit itself, which is reference data
 * and comes in as a fact.
 */
public final class NetWorthLimit extends CodeRule<NetWorthLimit.Facts, Boolean> {

    private static final String CITES = "KCMO Code § 3-461(c)";

    /** Makes the rule. */
    public NetWorthLimit() {
        super("R-210", "Is the owner's personal net worth within the limit?", CITES, Facts.class);
    }

    /**
     * What is known of an owner.
     *
     * @param owner who is meant, for the reasons; an id or name
     * @param documented whether documentation or an affidavit of net worth, and all that was requested, is in the file
     * @param netWorth the personal net worth in dollars; null if it cannot be computed
     * @param limit the limit in force on the application date, in dollars
     */
    public record Facts(
            @NotBlank String owner,
            boolean documented,
            @Nullable BigDecimal netWorth,
            @NotNull @PositiveOrZero BigDecimal limit) {}

    @Override
    public Citation confidentialUnder() {
        return Citation.parse("KCMO Code § 3-461(p)");
    }

    @Override
    public RuleOutcome<Boolean> decide(Facts facts) {
        Because because = new Because();
        BigDecimal netWorth = facts.netWorth();
        if (!facts.documented() || netWorth == null) {
            because.not(
                    ReasonCode.PNW_NOT_DOCUMENTED,
                    "The personal net worth of " + facts.owner() + " is not documented.",
                    CITES);
        } else if (netWorth.compareTo(facts.limit()) > 0) {
            because.not(
                    ReasonCode.PNW_EXCEEDED,
                    "The personal net worth of " + facts.owner() + ", " + Money.text(netWorth) + ", exceeds "
                            + Money.text(facts.limit()) + " (every owner is asked, reading A-13).",
                    "KCMO Code § 3-421(a)(34)(f)");
        }
        boolean met = because.nothingAgainst();
        return new RuleOutcome<>(met ? "MET" : "NOT_MET", met, because.reasons());
    }
}
