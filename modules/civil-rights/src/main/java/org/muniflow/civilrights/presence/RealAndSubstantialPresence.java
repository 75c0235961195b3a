package org.muniflow.civilrights.presence;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.Clocks;
import org.muniflow.api.law.LawNumbers;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.api.time.Period;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;
import org.muniflow.civilrights.standing.ReasonCode;

/**
 * Tells whether a firm has a real and substantial presence in the seven counties at application (KCMO Code §
 * 3-461(d)). All four tests must be met:
 *
 * <ol>
 *   <li>the principal office is in the area;
 *   <li>full-time employees in an area office spend more than half of their time on business in the area;
 *   <li>business was transacted more than once in the area within three years (C-116, both ends included);
 *   <li>the office has existed in the area at least six months (C-115): an office of 2024-08-31 suffices for an
 *       application of 2025-02-28, since six months from 31 August end on 28 February.
 * </ol>
 *
 * Answers MET or NOT_MET; each reason names the failing test.
 *
 * <p>Assumed: reading A-14 (at least one such employee, by the firm's own account; the office's location decides) and
 * Not modelled: disputes about the principal place of business (§ 3-421(a)(38)), which a person decides.
 */
public final class RealAndSubstantialPresence
        extends CodeRule<RealAndSubstantialPresence.Facts, RealAndSubstantialPresence.Tests> {

    private static final String CITES = "KCMO Code § 3-461(d)";

    private final LawNumbers numbers;
    private final Clocks clocks;
    private final MetropolitanArea area;

    /**
     * Makes the rule.
     *
     * @param numbers the law's numbers; reads {@code presence.minimumFullTimeEmployees}, {@code
     *     presence.moreThanPercentOfTime}, {@code presence.minimumTransactions}
     * @param clocks the clocks; reads the lengths of C-115 and C-116
     * @param area the counties of the metropolitan area
     */
    public RealAndSubstantialPresence(LawNumbers numbers, Clocks clocks, MetropolitanArea area) {
        super("R-211", "Has the firm a real and substantial presence?", CITES, Facts.class);
        this.numbers = numbers;
        this.clocks = clocks;
        this.area = area;
    }

    /**
     * What is known of a firm's presence.
     *
     * @param appliedOn the date of the application
     * @param officeCounty the county of the principal office or place of business
     * @param officeState its state, MO or KS
     * @param officeSince since when the principal office has existed in the area; null if never
     * @param employees the full-time employees in offices
     * @param transactions the dates of business transacted in the area
     */
    public record Facts(
            @NotNull LocalDate appliedOn,
            @NotBlank String officeCounty,
            @NotBlank String officeState,
            @Nullable LocalDate officeSince,
            @NotNull List<@Valid Employee> employees,
            @NotNull List<@NotNull LocalDate> transactions) {

        /** Copies the lists. */
        public Facts {
            employees = List.copyOf(employees);
            transactions = List.copyOf(transactions);
        }
    }

    /**
     * A full-time employee.
     *
     * @param officeCounty the county of the employee's office
     * @param officeState its state
     * @param percentOfTime the part of working time spent conducting or soliciting business in the area, in percent
     */
    public record Employee(
            @NotBlank String officeCounty,
            @NotBlank String officeState,
            @NotNull @DecimalMin("0") @DecimalMax("100") BigDecimal percentOfTime) {}

    /**
     * The four tests.
     *
     * @param officeInArea test 1
     * @param employeesInArea test 2
     * @param businessInArea test 3
     * @param officeOldEnough test 4
     */
    public record Tests(
            boolean officeInArea, boolean employeesInArea, boolean businessInArea, boolean officeOldEnough) {}

    @Override
    public RuleOutcome<Tests> decide(Facts facts) {
        Because because = new Because();
        boolean office = area.contains(facts.officeCounty(), facts.officeState(), facts.appliedOn());
        if (!office) {
            against(
                    because,
                    1,
                    facts.officeCounty() + ", " + facts.officeState()
                            + ", is not one of the counties of the metropolitan area");
        }
        boolean staff = employees(facts, because);
        boolean business = business(facts, because);
        boolean age = age(facts, because);
        Tests tests = new Tests(office, staff, business, age);
        return new RuleOutcome<>(because.nothingAgainst() ? "MET" : "NOT_MET", tests, because.reasons());
    }

    private boolean employees(Facts facts, Because because) {
        BigDecimal half = numbers.get("presence.moreThanPercentOfTime", facts.appliedOn());
        int minimum = numbers.whole("presence.minimumFullTimeEmployees", facts.appliedOn());
        long found = facts.employees().stream()
                .filter(one -> area.contains(one.officeCounty(), one.officeState(), facts.appliedOn()))
                .filter(one -> one.percentOfTime().compareTo(half) > 0)
                .count();
        if (found < minimum) {
            against(
                    because,
                    2,
                    found + " full-time employees in an area office spend more than " + half.toPlainString()
                            + "% of their time on business in the area; at least " + minimum
                            + " must (reading A-14)");
        }
        return found >= minimum;
    }

    private boolean business(Facts facts, Because because) {
        Period lookBack = clocks.period("C-116", facts.appliedOn());
        int minimum = numbers.whole("presence.minimumTransactions", facts.appliedOn());
        long found = facts.transactions().stream()
                .filter(date -> lookBack.isWithinBefore(date, facts.appliedOn()))
                .count();
        if (found < minimum) {
            against(
                    because,
                    3,
                    "business was transacted in the area " + found + " times within " + lookBack + " before "
                            + facts.appliedOn() + "; at least " + minimum + " times are needed");
        }
        return found >= minimum;
    }

    private boolean age(Facts facts, Because because) {
        Period needed = clocks.period("C-115", facts.appliedOn());
        LocalDate since = facts.officeSince();
        if (since == null) {
            against(because, 4, "no principal office in the area is shown");
            return false;
        }
        boolean old = needed.isAtLeastBefore(since, facts.appliedOn());
        if (!old) {
            against(
                    because,
                    4,
                    "the office has existed in the area since " + since + ", less than " + needed + " before "
                            + facts.appliedOn());
        }
        return old;
    }

    private static void against(Because because, int test, String what) {
        because.not(ReasonCode.PRESENCE_NOT_SHOWN, "Test " + test + ": " + what + ".", CITES + "(" + test + ")");
    }
}
