package org.muniflow.civilrights.lifecycle;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.Clocks;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;

/**
 * Tells whether a firm may withdraw its application (KCMO Code § 3-461(h)): at any time before an on-site audit starts
 * (C-122), and before the decision. Documents are kept, and no new application is taken for one year (C-103): withdrawn
 * on 2023-03-15 bars through 2024-03-15. Answers ALLOWED, with the last day of the bar as value, or REFUSED.
 *
 * <p>Assumed: reading A-22, the cut-off is the start of the on-site audit; a withdrawal received on the day of the start
 * is not prior to it; without an on-site audit withdrawal stays open until the decision; the bar always applies.
 */
public final class Withdrawal extends CodeRule<Withdrawal.Facts, LocalDate> {

    private static final String CITES = "KCMO Code § 3-461(h)";

    private final Clocks clocks;

    /**
     * Makes the rule.
     *
     * @param clocks the clocks; reads the length of C-103
     */
    public Withdrawal(Clocks clocks) {
        super("R-263", "May the firm withdraw its application?", CITES, Facts.class);
        this.clocks = clocks;
    }

    /**
     * What happened so far.
     *
     * @param withdrawnOn the date on which the city received the withdrawal
     * @param auditStartedOn the date on which an on-site audit started; null if none did
     * @param decidedOn the date of the decision on the application; null if there is none
     */
    public record Facts(
            @NotNull LocalDate withdrawnOn,
            @Nullable LocalDate auditStartedOn,
            @Nullable LocalDate decidedOn) {}

    @Override
    public RuleOutcome<LocalDate> decide(Facts facts) {
        Because because = new Because();
        LocalDate started = facts.auditStartedOn();
        LocalDate decided = facts.decidedOn();
        if (started != null && !facts.withdrawnOn().isBefore(started)) {
            because.note("AUDIT_STARTED", "The on-site audit started on " + started + " (reading A-22).", CITES);
            return new RuleOutcome<>("REFUSED", null, because.reasons());
        }
        if (decided != null && !facts.withdrawnOn().isBefore(decided)) {
            because.note("DECIDED", "The application was decided on " + decided + " (reading A-22).", CITES);
            return new RuleOutcome<>("REFUSED", null, because.reasons());
        }
        LocalDate through = clocks.period("C-103", facts.withdrawnOn()).lastDay(facts.withdrawnOn());
        because.note("BARRED_UNTIL", "No new application is taken through " + through + ".", CITES);
        return new RuleOutcome<>("ALLOWED", through, because.reasons());
    }
}
