package org.muniflow.civilrights.lifecycle;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.muniflow.api.casework.Clocks;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.law.CodeRule;

/**
 * Sets the last day of a certification: three years from the certification date (C-101), anniversary included (KCMO Code
 * § 3-461(n)). Certified on 2024-02-29 is valid through 2027-02-28. Answers EXPIRES_ON with the date.
 *
 * <p>Assumed: reading A-07 (the anniversary is inside), A-06 (29 February is clamped).
 */
public final class CertificationTerm extends CodeRule<CertificationTerm.Facts, LocalDate> {

    private final Clocks clocks;

    /**
     * Makes the rule.
     *
     * @param clocks the clocks; reads the length of C-101
     */
    public CertificationTerm(Clocks clocks) {
        super("R-264", "When does a certification expire?", "KCMO Code § 3-461(n)", Facts.class);
        this.clocks = clocks;
    }

    /**
     * The certification.
     *
     * @param certifiedOn the certification date
     */
    public record Facts(@NotNull LocalDate certifiedOn) {}

    @Override
    public RuleOutcome<LocalDate> decide(Facts facts) {
        return RuleOutcome.of(
                "EXPIRES_ON", clocks.period("C-101", facts.certifiedOn()).lastDay(facts.certifiedOn()));
    }
}
