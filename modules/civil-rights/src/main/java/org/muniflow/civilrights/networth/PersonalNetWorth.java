package org.muniflow.civilrights.networth;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.muniflow.api.casework.Clocks;
import org.muniflow.api.law.Citation;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.api.time.Period;
import org.muniflow.civilrights.file.NetWorth;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;
import org.muniflow.civilrights.law.Money;
import org.muniflow.civilrights.law.Percent;

/**
 * Computes the personal net worth of an individual (KCMO Code § 3-421(a)(36)): the own share of assets less the own
 * share of liabilities, without the interest in the firm and the equity in the primary residence, and with what was
 * given away below value to family, their trusts or the firm within two years before the application (C-117).
 *
 * <ol>
 *   <li>Own share of each asset, except the interest in the firm.
 *   <li>Less own share of each liability. A residence whose debts exceed its value leaves the shortfall as a liability.
 *   <li>Plus, for each counted transfer, fair market value less consideration.
 * </ol>
 *
 * Answers COMPUTED. Money is exact; nothing is rounded.
 *
 * <p>Assumed: reading A-17 (shortfall below fair value is added back), A-18 (only positive equity in the residence is
 * excluded), A-75 (liabilities by own share), A-78 (immediate family). Not modelled: whether a purpose is essential
 * support, which a person finds and records as shown; present value of retirement assets.
 */
public final class PersonalNetWorth extends CodeRule<NetWorthStatement, PersonalNetWorth.Computation> {

    private static final String CITES = "KCMO Code § 3-421(a)(36)";

    private final Clocks clocks;

    /**
     * Makes the rule.
     *
     * @param clocks the clocks; reads the length of C-117
     */
    public PersonalNetWorth(Clocks clocks) {
        super("R-209", "What is the individual's personal net worth?", CITES, NetWorthStatement.class);
        this.clocks = clocks;
    }

    /**
     * The computation.
     *
     * @param netWorth the personal net worth in dollars, exact
     * @param assets the own share of counted assets, without firm and residence
     * @param liabilities the own share of counted liabilities, with the residence's shortfall
     * @param addedBack what transfers add
     */
    public record Computation(
            @NotNull BigDecimal netWorth,
            @NotNull BigDecimal assets,
            @NotNull BigDecimal liabilities,
            @NotNull BigDecimal addedBack) {}

    @Override
    public Citation confidentialUnder() {
        return Citation.parse("KCMO Code § 3-461(p)");
    }

    @Override
    public RuleOutcome<Computation> decide(NetWorthStatement facts) {
        Because because = new Because();
        BigDecimal residence = residenceEquity(facts);
        BigDecimal assets = BigDecimal.ZERO;
        for (NetWorthStatement.Asset asset : facts.assets()) {
            if (asset.kind() == NetWorth.AssetKind.FIRM_INTEREST) {
                because.note(
                        "EXCLUDED", "Interest in the firm, " + Money.text(asset.value()) + ", is excluded.", CITES);
            } else if (asset.kind() != NetWorth.AssetKind.PRIMARY_RESIDENCE) {
                assets = assets.add(Percent.of(asset.sharePercent()).ofAmount(asset.value()));
            }
        }
        BigDecimal liabilities = BigDecimal.ZERO;
        for (NetWorthStatement.Liability liability : facts.liabilities()) {
            if (!liability.onResidence()) {
                liabilities =
                        liabilities.add(Percent.of(liability.sharePercent()).ofAmount(liability.amount()));
            }
        }
        if (residence.signum() < 0) {
            liabilities = liabilities.subtract(residence);
            because.note(
                    "RESIDENCE_SHORTFALL",
                    "Debts on the residence exceed its value by " + Money.text(residence.negate())
                            + "; the shortfall stays a liability (reading A-18).",
                    CITES);
        } else if (residence.signum() > 0) {
            because.note("EXCLUDED", "Equity of " + Money.text(residence) + " in the residence is excluded.", CITES);
        }
        BigDecimal addedBack = addedBack(facts, because);
        BigDecimal netWorth = assets.subtract(liabilities).add(addedBack);
        because.note(
                "COMPUTED",
                "Assets of " + Money.text(assets) + " less liabilities of " + Money.text(liabilities) + " plus "
                        + Money.text(addedBack) + " of transfers make " + Money.text(netWorth) + ".",
                CITES);
        return new RuleOutcome<>(
                "COMPUTED", new Computation(netWorth, assets, liabilities, addedBack), because.reasons());
    }

    private static BigDecimal residenceEquity(NetWorthStatement facts) {
        BigDecimal equity = BigDecimal.ZERO;
        for (NetWorthStatement.Asset asset : facts.assets()) {
            if (asset.kind() == NetWorth.AssetKind.PRIMARY_RESIDENCE) {
                equity = equity.add(Percent.of(asset.sharePercent()).ofAmount(asset.value()));
            }
        }
        for (NetWorthStatement.Liability liability : facts.liabilities()) {
            if (liability.onResidence()) {
                equity = equity.subtract(Percent.of(liability.sharePercent()).ofAmount(liability.amount()));
            }
        }
        return equity;
    }

    private BigDecimal addedBack(NetWorthStatement facts, Because because) {
        Period lookBack = clocks.period("C-117", facts.statedFor());
        BigDecimal sum = BigDecimal.ZERO;
        for (NetWorthStatement.Transfer transfer : facts.transfers()) {
            BigDecimal shortfall = transfer.shortfall();
            String what = Money.text(shortfall) + " transferred below fair market value on " + transfer.transferredOn();
            if (shortfall.signum() <= 0 || !transfer.counts()) {
                continue;
            }
            if (!lookBack.isWithinBefore(transfer.transferredOn(), facts.statedFor())) {
                because.note("NOT_ADDED", what + " lies outside the " + lookBack + " before the date.", CITES + "(a)");
            } else if (transfer.exempt()) {
                because.note("NOT_ADDED", what + " is exempt by its purpose.", CITES + "(a)");
            } else {
                sum = sum.add(shortfall);
                because.note("ADDED_BACK", what + " is added back (reading A-17).", CITES + "(a)");
            }
        }
        return sum;
    }
}
