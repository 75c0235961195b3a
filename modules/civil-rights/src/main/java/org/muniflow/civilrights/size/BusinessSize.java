package org.muniflow.civilrights.size;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.muniflow.api.law.Citation;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;
import org.muniflow.civilrights.law.Money;
import org.muniflow.civilrights.law.Percent;
import org.muniflow.civilrights.standing.ReasonCode;

/**
 * Tells whether a firm, with its affiliates, is an existing and functioning small business for each kind of work it
 * asks for (KCMO Code § 3-461(k), 13 CFR § 121.201 as in force on the application date). Only a greater figure exceeds.
 * Answers WITHIN when it is small for every code, PARTLY for some, EXCEEDED for none, NOT_FUNCTIONING when it does not
 * function at present; the value holds each code.
 *
 * <p>Assumed: reading A-34, the code's own measure is compared. Not modelled: averaging of receipts over years, which
 * 13 CFR § 121.104 governs; the averaged figure comes in as a fact.
 */
public final class BusinessSize extends CodeRule<BusinessSize.Facts, List<BusinessSize.Result>> {

    private static final String CITES = "KCMO Code § 3-461(k)";

    /** Makes the rule. */
    public BusinessSize() {
        super("R-213", "Is the firm with its affiliates a small business?", CITES, Facts.class);
    }

    /**
     * What is known of a firm's size.
     *
     * @param functioning whether the firm exists and functions at present
     * @param annualReceipts its annual receipts in dollars
     * @param employees its employees
     * @param affiliates its affiliates
     * @param limits the size standards of the codes asked for; at least one
     */
    public record Facts(
            boolean functioning,
            @NotNull @PositiveOrZero BigDecimal annualReceipts,
            @NotNull @PositiveOrZero BigDecimal employees,
            @NotNull List<@Valid AffiliateSize> affiliates,
            @NotEmpty List<@Valid CodeLimit> limits) {

        /** Copies the lists. */
        public Facts {
            affiliates = List.copyOf(affiliates);
            limits = List.copyOf(limits);
        }
    }

    /**
     * An affiliate's size.
     *
     * @param name the affiliate's name
     * @param annualReceipts its annual receipts in dollars
     * @param employees its employees
     */
    public record AffiliateSize(
            @NotBlank String name,
            @NotNull @PositiveOrZero BigDecimal annualReceipts,
            @NotNull @PositiveOrZero BigDecimal employees) {}

    /**
     * The answer for one code.
     *
     * @param naics the code
     * @param within whether the firm is small in it
     * @param figure the figure of firm and affiliates
     * @param limit the standard
     */
    public record Result(
            @NotNull String naics,
            boolean within,
            @NotNull BigDecimal figure,
            @NotNull BigDecimal limit) {}

    @Override
    public Citation confidentialUnder() {
        return Citation.parse("KCMO Code § 3-461(p)");
    }

    @Override
    public RuleOutcome<List<Result>> decide(Facts facts) {
        Because because = new Because();
        if (!facts.functioning()) {
            because.not(ReasonCode.NOT_FUNCTIONING, "The firm does not exist or function at present.", CITES);
        }
        BigDecimal receipts = facts.affiliates().stream()
                .map(AffiliateSize::annualReceipts)
                .reduce(facts.annualReceipts(), BigDecimal::add);
        BigDecimal employees =
                facts.affiliates().stream().map(AffiliateSize::employees).reduce(facts.employees(), BigDecimal::add);
        List<Result> results = new ArrayList<>();
        for (CodeLimit code : facts.limits()) {
            boolean money = code.measure() == Measure.RECEIPTS;
            BigDecimal figure = money ? receipts : employees;
            boolean within = figure.compareTo(code.limit()) <= 0;
            results.add(new Result(code.naics(), within, figure, code.limit()));
            if (!within) {
                because.not(
                        ReasonCode.SIZE_EXCEEDED,
                        "NAICS " + code.naics() + ": " + print(figure, money) + " of the firm with "
                                + facts.affiliates().size() + " affiliates exceed the standard of "
                                + print(code.limit(), money) + ".",
                        CITES);
            }
        }
        return new RuleOutcome<>(word(facts, results), List.copyOf(results), because.reasons());
    }

    private static String word(Facts facts, List<Result> results) {
        if (!facts.functioning()) {
            return "NOT_FUNCTIONING";
        }
        long within = results.stream().filter(Result::within).count();
        return within == results.size() ? "WITHIN" : within == 0 ? "EXCEEDED" : "PARTLY";
    }

    private static String print(BigDecimal figure, boolean money) {
        return money ? "receipts of " + Money.text(figure) : Percent.plain(figure) + " employees";
    }
}
