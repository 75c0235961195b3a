package org.muniflow.civilrights.graduation;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;

/**
 * Tells whether a graduated firm's work counts (KCMO Code § 3-461(u)(3)): never work bid after the termination period;
 * work performed after it only if it was commenced or scheduled to commence under a solicitation made before its end.
 * Answers COUNTS or DOES_NOT_COUNT; the value repeats it.
 *
 * <p>Assumed: reading A-37, work bid after expiry does not count even under an earlier solicitation; a solicitation on
 * the last day is made before expiry, as the period runs through that day.
 */
public final class CreditAfterGraduation extends CodeRule<CreditAfterGraduation.Facts, Boolean> {

    private static final String CITES = "KCMO Code § 3-461(u)(3)";

    /** Makes the rule. */
    public CreditAfterGraduation() {
        super("R-307", "Does a graduated firm's work count?", CITES, Facts.class);
    }

    /**
     * What is known of the work.
     *
     * @param periodEndsOn the last day of the termination period
     * @param bidOn the date of the bid
     * @param performedOn the date on which the work is performed
     * @param solicitedOn the date of the solicitation; null if unknown
     * @param commencedOrScheduled whether the work was commenced or scheduled to commence under that solicitation
     */
    public record Facts(
            @NotNull LocalDate periodEndsOn,
            @NotNull LocalDate bidOn,
            @NotNull LocalDate performedOn,
            @Nullable LocalDate solicitedOn,
            boolean commencedOrScheduled) {}

    @Override
    public RuleOutcome<Boolean> decide(Facts facts) {
        Because because = new Because();
        LocalDate solicited = facts.solicitedOn();
        if (facts.bidOn().isAfter(facts.periodEndsOn())) {
            because.note(
                    "BID_AFTER_EXPIRY",
                    "Bid on " + facts.bidOn() + ", after the period's end on " + facts.periodEndsOn()
                            + " (reading A-37).",
                    CITES);
        } else if (facts.performedOn().isAfter(facts.periodEndsOn())
                && (!facts.commencedOrScheduled() || solicited == null || solicited.isAfter(facts.periodEndsOn()))) {
            because.note(
                    "NOT_SCHEDULED",
                    "Performed after " + facts.periodEndsOn()
                            + " and not commenced or scheduled under a solicitation made before.",
                    CITES);
        }
        boolean counts = because.reasons().isEmpty();
        return new RuleOutcome<>(counts ? "COUNTS" : "DOES_NOT_COUNT", counts, because.reasons());
    }
}
