package org.muniflow.civilrights.ownership;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.law.LawNumbers;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.file.Firm.EntityType;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;
import org.muniflow.civilrights.law.Percent;
import org.muniflow.civilrights.standing.ReasonCode;

/**
 * Tells whether minorities (for an MBE) or women (for a WBE) own at least 51 percent (KCMO Code § 3-461(l)(1)): of each
 * class of voting stock and of all stock together; of each class of partnership interest, as the partnership agreement
 * shows; of each class of member interest. Equality passes; arithmetic is exact. Answers MET or NOT_MET; the value holds
 * the share of each class.
 *
 * <p>Assumed: reading A-15, each program counts its own people, so that a minority man and a woman who is no minority
 * are not added; a minority woman counts for both. A sole proprietorship or other form is asked like an LLC. Not
 * modelled: whether ownership is real, substantial and continuing, which a person finds.
 */
public final class FiftyOnePercent extends CodeRule<FiftyOnePercent.Facts, List<FiftyOnePercent.Share>> {

    private static final String CITES = "KCMO Code § 3-461(l)(1)";

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final LawNumbers numbers;

    /**
     * Makes the rule.
     *
     * @param numbers the law's numbers; reads {@code ownership.minimumPercent}
     */
    public FiftyOnePercent(LawNumbers numbers) {
        super("R-221", "Do qualifying people own 51 percent?", CITES, Facts.class);
        this.numbers = numbers;
    }

    /** Whose shares are counted. */
    public enum CountedFor {
        /** Minorities, for an MBE. */
        MBE,
        /** Women, for a WBE. */
        WBE
    }

    /**
     * What is known of the ownership.
     *
     * @param appliedOn the date of the application
     * @param entityType the legal form
     * @param countedFor whose shares are counted
     * @param classes the classes of interest
     * @param holdings who holds what
     * @param agreementShowsShares whether the partnership agreement reflects the shares; asked of partnerships only
     */
    public record Facts(
            @NotNull LocalDate appliedOn,
            @NotNull EntityType entityType,
            @NotNull CountedFor countedFor,
            @NotNull List<@Valid InterestClass> classes,
            @NotNull List<@Valid Holding> holdings,
            boolean agreementShowsShares) {

        /** Copies the lists. */
        public Facts {
            classes = List.copyOf(classes);
            holdings = List.copyOf(holdings);
        }
    }

    /**
     * A class of interest.
     *
     * @param name the class, for example {@code voting A}
     * @param voting whether it votes
     */
    public record InterestClass(@NotBlank String name, boolean voting) {}

    /**
     * An interest.
     *
     * @param interestClass the name of its class
     * @param percentOfClass its part of the class in percent
     * @param percentOfAll its part of all stock in percent; null to use its part of the only class
     * @param minority whether its holder is a minority
     * @param woman whether its holder is a woman
     * @param counted whether it counts as held by its holder
     */
    public record Holding(
            @NotBlank String interestClass,
            @NotNull @DecimalMin("0") @DecimalMax("100") BigDecimal percentOfClass,
            @DecimalMin("0") @DecimalMax("100") @Nullable BigDecimal percentOfAll,
            boolean minority,
            boolean woman,
            boolean counted) {

        boolean qualifies(CountedFor program) {
            return counted && (program == CountedFor.MBE ? minority : woman);
        }
    }

    /**
     * The qualifying share.
     *
     * @param of the class, or {@code all}
     * @param percent the exact share in percent
     * @param met whether it reaches the minimum, where one is asked
     */
    public record Share(@NotNull String of, @NotNull BigDecimal percent, boolean met) {}

    @Override
    public RuleOutcome<List<Share>> decide(Facts facts) {
        Because because = new Because();
        BigDecimal minimum = numbers.get("ownership.minimumPercent", facts.appliedOn());
        boolean corporation = facts.entityType() == EntityType.CORPORATION;
        List<Share> shares = new ArrayList<>();
        for (InterestClass one : facts.classes()) {
            Percent share = facts.holdings().stream()
                    .filter(holding -> holding.interestClass().equals(one.name()))
                    .filter(holding -> holding.qualifies(facts.countedFor()))
                    .map(holding -> Percent.of(holding.percentOfClass()))
                    .reduce(Percent.NONE, Percent::plus);
            ask(facts, because, shares, one.name(), share, minimum, !corporation || one.voting());
        }
        if (facts.classes().isEmpty()) {
            because.not(ReasonCode.OWNERSHIP_BELOW_51, "No interests are shown.", CITES);
        } else if (corporation) {
            askAll(facts, because, shares, minimum);
        }
        facts.holdings().stream()
                .map(Holding::interestClass)
                .distinct()
                .filter(held ->
                        facts.classes().stream().noneMatch(one -> one.name().equals(held)))
                .forEach(held -> because.not(
                        ReasonCode.OWNERSHIP_BELOW_51,
                        "An interest is stated in " + held + ", which is not among the classes.",
                        CITES));
        if (facts.entityType() == EntityType.PARTNERSHIP && !facts.agreementShowsShares()) {
            because.not(
                    ReasonCode.OWNERSHIP_BELOW_51,
                    "The partnership agreement does not reflect the partnership interests.",
                    CITES + "(b)");
        }
        return new RuleOutcome<>(because.nothingAgainst() ? "MET" : "NOT_MET", List.copyOf(shares), because.reasons());
    }

    private static void askAll(Facts facts, Because because, List<Share> shares, BigDecimal minimum) {
        Percent all = Percent.NONE;
        for (Holding holding : facts.holdings()) {
            BigDecimal part = holding.percentOfAll();
            if (holding.qualifies(facts.countedFor())
                    && part == null
                    && facts.classes().size() > 1) {
                because.not(
                        ReasonCode.OWNERSHIP_BELOW_51,
                        "What part of all stock an interest in " + holding.interestClass() + " is, is not stated.",
                        CITES + "(a)");
                return;
            }
            if (holding.qualifies(facts.countedFor())) {
                all = all.plus(Percent.of(part == null ? holding.percentOfClass() : part));
            }
        }
        ask(facts, because, shares, "all stock", all, minimum, true);
    }

    private static void ask(
            Facts facts,
            Because because,
            List<Share> shares,
            String of,
            Percent share,
            BigDecimal minimum,
            boolean asked) {
        boolean contradictory = share.moreThan(WHOLE);
        boolean met = share.atLeast(minimum) && !contradictory;
        shares.add(new Share(of, share.value(), met));
        if (contradictory) {
            because.not(
                    ReasonCode.OWNERSHIP_BELOW_51,
                    "The interests stated in " + of + " add up to " + share + "; more than all shows nothing.",
                    CITES + section(facts.entityType()));
        } else if (asked && !met) {
            String who = facts.countedFor() == CountedFor.MBE ? "Minorities" : "Women";
            because.not(
                    ReasonCode.OWNERSHIP_BELOW_51,
                    who + " own " + share + " of " + of + "; at least " + Percent.of(minimum)
                            + " is asked of each program by itself (reading A-15).",
                    CITES + section(facts.entityType()));
        }
    }

    private static String section(EntityType type) {
        return switch (type) {
            case CORPORATION -> "(a)";
            case PARTNERSHIP -> "(b)";
            case LLC -> "(c)";
            case SOLE_PROPRIETORSHIP, OTHER -> "";
        };
    }
}
