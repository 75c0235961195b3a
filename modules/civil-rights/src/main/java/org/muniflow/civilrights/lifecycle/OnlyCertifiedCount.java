package org.muniflow.civilrights.lifecycle;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;

/**
 * Tells whether a firm is an MBE, WBE or mentor/protégé on a date: only whom the department has certified is one (KCMO
 * Code § 3-461(a)). First and last day of the certification are included. Answers CERTIFIED or NOT_CERTIFIED; the value
 * repeats it.
 */
public final class OnlyCertifiedCount extends CodeRule<OnlyCertifiedCount.Facts, Boolean> {

    private static final String CITES = "KCMO Code § 3-461(a)";

    /** Makes the rule. */
    public OnlyCertifiedCount() {
        super("R-268", "Is the firm certified on a date?", CITES, Facts.class);
    }

    /**
     * What is known of a certification.
     *
     * @param asOf the date for which is asked
     * @param certifiedOn the certification date; null if never certified
     * @param expiresOn the last day of the certification; null if never certified
     * @param endedOn the date on which it was revoked or ended otherwise; null if it was not
     */
    public record Facts(
            @NotNull LocalDate asOf,
            @Nullable LocalDate certifiedOn,
            @Nullable LocalDate expiresOn,
            @Nullable LocalDate endedOn) {}

    @Override
    public RuleOutcome<Boolean> decide(Facts facts) {
        LocalDate from = facts.certifiedOn();
        LocalDate to = facts.expiresOn();
        LocalDate ended = facts.endedOn();
        boolean certified = from != null
                && !facts.asOf().isBefore(from)
                && (to == null || !facts.asOf().isAfter(to))
                && (ended == null || facts.asOf().isBefore(ended));
        Because because = new Because();
        if (!certified) {
            because.note("NOT_CERTIFIED", "The firm is not certified on " + facts.asOf() + ".", CITES);
        }
        return new RuleOutcome<>(certified ? "CERTIFIED" : "NOT_CERTIFIED", certified, because.reasons());
    }
}
