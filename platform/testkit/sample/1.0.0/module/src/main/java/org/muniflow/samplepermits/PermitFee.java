package org.muniflow.samplepermits;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.muniflow.api.law.Citation;
import org.muniflow.api.law.LawNumbers;
import org.muniflow.api.law.Reason;
import org.muniflow.api.law.Rule;
import org.muniflow.api.law.RuleOutcome;

/** Computes the fee: a fee for each day, as it stands on the day of receipt (Sample Code § 1). Answers DUE. */
final class PermitFee implements Rule<PermitFee.Facts, BigDecimal> {

    private static final Citation CITES = Citation.parse("Sample Code § 1");

    private final LawNumbers numbers;

    PermitFee(LawNumbers numbers) {
        this.numbers = numbers;
    }

    /**
     * What the fee depends on.
     *
     * @param receivedOn the day of receipt, by which the request is governed
     * @param days for how many days the permit is asked
     */
    record Facts(
            @NotNull LocalDate receivedOn, @Min(1) @Max(365) int days) {}

    @Override
    public String id() {
        return "R-SAMP-1";
    }

    @Override
    public String title() {
        return "What does a permit cost?";
    }

    @Override
    public Citation cites() {
        return CITES;
    }

    @Override
    public Class<Facts> input() {
        return Facts.class;
    }

    @Override
    public RuleOutcome<BigDecimal> decide(Facts facts) {
        BigDecimal each = numbers.get("samplePermits.feePerDay", facts.receivedOn());
        BigDecimal fee = each.multiply(BigDecimal.valueOf(facts.days()));
        return RuleOutcome.of(
                "DUE",
                fee,
                Reason.of(
                        "PER_DAY",
                        facts.days() + " days at $" + each.toPlainString() + " are $" + fee.toPlainString() + ".",
                        CITES));
    }
}
