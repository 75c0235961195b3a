package org.muniflow.civilrights.denial;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.Clocks;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;

/**
 * Sets how long a denied firm may not apply again: one year from the later of the denial and the final appeal decision
 * (C-104), if the firm was not certified by the city when it was denied (KCMO Code § 3-461(r)(1)). Denied on 2023-06-01
 * and upheld on 2023-10-20 bars through 2024-10-20. Answers BAR with the last day, or NO_BAR.
 *
 * <p>Assumed: reading A-24 (no bar for a firm certified at present), A-25 (one year, also after an appeal).
 */
public final class DenialBar extends CodeRule<DenialBar.Facts, LocalDate> {

    private static final String CITES = "KCMO Code § 3-461(r)(1)";

    private final Clocks clocks;

    /**
     * Makes the rule.
     *
     * @param clocks the clocks; reads the length of C-104
     */
    public DenialBar(Clocks clocks) {
        super("R-281", "How long may a denied firm not apply?", CITES, Facts.class);
        this.clocks = clocks;
    }

    /**
     * What is known of a denial.
     *
     * @param deniedOn the date of denial
     * @param certifiedThen whether the city had the firm certified on that date
     * @param appealDecidedOn the final date of a decision on an appeal; null if there is none
     */
    public record Facts(
            @NotNull LocalDate deniedOn,
            boolean certifiedThen,
            @Nullable LocalDate appealDecidedOn) {}

    @Override
    public RuleOutcome<LocalDate> decide(Facts facts) {
        Because because = new Because();
        if (facts.certifiedThen()) {
            because.note("NO_BAR", "A firm that the city has certified is not barred (reading A-24).", CITES);
            return new RuleOutcome<>("NO_BAR", null, because.reasons());
        }
        LocalDate appeal = facts.appealDecidedOn();
        LocalDate from = appeal != null && appeal.isAfter(facts.deniedOn()) ? appeal : facts.deniedOn();
        LocalDate through = clocks.period("C-104", facts.deniedOn()).lastDay(from);
        because.note("BARRED_UNTIL", "No new application is taken through " + through + ".", CITES);
        return new RuleOutcome<>("BAR", through, because.reasons());
    }
}
