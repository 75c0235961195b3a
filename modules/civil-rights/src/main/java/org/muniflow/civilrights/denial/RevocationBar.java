package org.muniflow.civilrights.denial;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.Clocks;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;

/**
 * Sets how long a firm whose revocation the hearing officer upheld may not apply: two years from the later of the
 * revocation and the final court decision (C-111, KCMO Code § 3-461(s)(3)(g)). Revoked on 2022-02-01, upheld, and final
 * in court on 2023-01-31 bars through 2025-01-31. Answers BAR with the last day, or NO_BAR.
 *
 * <p>Assumed: reading A-24, a revocation that no hearing officer upheld bars nothing.
 */
public final class RevocationBar extends CodeRule<RevocationBar.Facts, LocalDate> {

    private static final String CITES = "KCMO Code § 3-461(s)(3)(g)";

    private final Clocks clocks;

    /**
     * Makes the rule.
     *
     * @param clocks the clocks; reads the length of C-111
     */
    public RevocationBar(Clocks clocks) {
        super("R-291", "How long may a firm with an upheld revocation not apply?", CITES, Facts.class);
        this.clocks = clocks;
    }

    /**
     * What is known of a revocation.
     *
     * @param revokedOn the date of revocation
     * @param upheld whether the hearing officer upheld it
     * @param courtFinalOn the final date of a court decision; null if there is none
     */
    public record Facts(
            @NotNull LocalDate revokedOn,
            boolean upheld,
            @Nullable LocalDate courtFinalOn) {}

    @Override
    public RuleOutcome<LocalDate> decide(Facts facts) {
        Because because = new Because();
        if (!facts.upheld()) {
            because.note("NO_BAR", "No hearing officer upheld the revocation; it bars nothing (reading A-24).", CITES);
            return new RuleOutcome<>("NO_BAR", null, because.reasons());
        }
        LocalDate court = facts.courtFinalOn();
        LocalDate from = court != null && court.isAfter(facts.revokedOn()) ? court : facts.revokedOn();
        LocalDate through = clocks.period("C-111", facts.revokedOn()).lastDay(from);
        because.note("BARRED_UNTIL", "No new application is taken through " + through + ".", CITES);
        return new RuleOutcome<>("BAR", through, because.reasons());
    }
}
