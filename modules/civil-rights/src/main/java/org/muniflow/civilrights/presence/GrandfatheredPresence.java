package org.muniflow.civilrights.presence;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;

/**
 * Tells whether a firm without presence stays certified until its certification expires, since it was certified when
 * the presence rule took effect (KCMO Code § 3-461(d), last paragraph). Renewal always asks for presence. Answers
 * PRESENT, GRANDFATHERED_PRESENCE or PRESENCE_REQUIRED; the value tells whether the firm may stay certified.
 *
 * <p>Assumed: reading A-71, only certifications granted before 2021-05-14 are protected.
 */
public final class GrandfatheredPresence extends CodeRule<GrandfatheredPresence.Facts, Boolean> {

    private static final String CITES = "KCMO Code § 3-461(d) last para.";
    private static final LocalDate RULE_IN_FORCE = LocalDate.of(2021, 5, 14);

    /** Makes the rule. */
    public GrandfatheredPresence() {
        super("R-212", "May a firm without presence stay certified?", CITES, Facts.class);
    }

    /**
     * What is known of a certification.
     *
     * @param certifiedOn the certification date
     * @param expiresOn the last day of the certification
     * @param asOf the date for which is asked
     * @param present whether the firm meets the four tests of presence
     * @param renewal whether a renewal is decided
     */
    public record Facts(
            @NotNull LocalDate certifiedOn,
            @NotNull LocalDate expiresOn,
            @NotNull LocalDate asOf,
            boolean present,
            boolean renewal) {}

    @Override
    public RuleOutcome<Boolean> decide(Facts facts) {
        if (facts.present()) {
            return RuleOutcome.of("PRESENT", true);
        }
        Because because = new Because();
        boolean before = facts.certifiedOn().isBefore(RULE_IN_FORCE);
        boolean running = !facts.asOf().isAfter(facts.expiresOn());
        if (before && running && !facts.renewal()) {
            because.note(
                    "GRANDFATHERED_PRESENCE",
                    "Certified on " + facts.certifiedOn() + ", before the presence rule of " + RULE_IN_FORCE
                            + " (reading A-71); certified through " + facts.expiresOn() + ".",
                    CITES);
            return new RuleOutcome<>("GRANDFATHERED_PRESENCE", true, because.reasons());
        }
        String why = facts.renewal()
                ? "Renewal asks for presence."
                : before
                        ? "The protected certification ended on " + facts.expiresOn() + "."
                        : "Certified on " + facts.certifiedOn()
                                + ", when the presence rule was in force (reading A-71).";
        because.note("PRESENCE_REQUIRED", why, CITES);
        return new RuleOutcome<>("PRESENCE_REQUIRED", false, because.reasons());
    }
}
