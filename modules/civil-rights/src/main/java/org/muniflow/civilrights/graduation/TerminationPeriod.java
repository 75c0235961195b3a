package org.muniflow.civilrights.graduation;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.muniflow.api.casework.Clocks;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.law.CodeRule;

/**
 * Sets the last day of the termination period: three years from the mailing of the graduation determination letter
 * (C-114, KCMO Code § 3-461(u)(2)). Mailed on 2023-04-14 ends on 2026-04-14. Answers ENDS_ON with the date.
 *
 * <p>Not modelled: a shortened period for failure to comply ((u)(4)), which the director decides.
 */
public final class TerminationPeriod extends CodeRule<TerminationPeriod.Facts, LocalDate> {

    private final Clocks clocks;

    /**
     * Makes the rule.
     *
     * @param clocks the clocks; reads the length of C-114
     */
    public TerminationPeriod(Clocks clocks) {
        super("R-304", "When does the termination period end?", "KCMO Code § 3-461(u)(2)", Facts.class);
        this.clocks = clocks;
    }

    /**
     * The letter.
     *
     * @param mailedOn the date on which the graduation determination letter was mailed
     */
    public record Facts(@NotNull LocalDate mailedOn) {}

    @Override
    public RuleOutcome<LocalDate> decide(Facts facts) {
        return RuleOutcome.of(
                "ENDS_ON", clocks.period("C-114", facts.mailedOn()).lastDay(facts.mailedOn()));
    }
}
