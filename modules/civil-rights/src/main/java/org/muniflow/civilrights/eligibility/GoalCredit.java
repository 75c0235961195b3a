package org.muniflow.civilrights.eligibility;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;

/**
 * Finds the kinds of work in which a firm counts toward goals on a solicitation: it is certified as of, or listed in the
 * directory on, the date on which the contractor utilization plan is submitted (C-120, KCMO Code § 3-421(a)(34), (47),
 * last paragraphs). Certified one day later gives no credit. Answers CREDIT, PARTLY or NO_CREDIT; the value lists the
 * creditable NAICS codes.
 */
public final class GoalCredit extends CodeRule<GoalCredit.Facts, List<String>> {

    private static final String CITES = "KCMO Code § 3-421(a)(34) last para.";

    /** Makes the rule. */
    public GoalCredit() {
        super("R-311", "Does the firm's work count toward goals?", CITES, Facts.class);
    }

    /**
     * The plan and the firm's codes.
     *
     * @param planSubmittedOn the date on which the contractor utilization plan was submitted
     * @param lines the codes of work in the plan; at least one
     */
    public record Facts(
            @NotNull LocalDate planSubmittedOn, @NotEmpty List<@Valid Line> lines) {

        /** Copies the list. */
        public Facts {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A firm's code.
     *
     * @param naics the code, six digits
     * @param certifiedFrom since when certified in it; null if never
     * @param certifiedThrough the last day of certification; null if open
     * @param listedFrom since when listed in the directory; null if never
     * @param listedThrough the last day of the listing; null if open
     */
    public record Line(
            @NotNull @Pattern(regexp = "\\d{6}", message = "A NAICS code has six digits")
            String naics,

            @Nullable LocalDate certifiedFrom,
            @Nullable LocalDate certifiedThrough,
            @Nullable LocalDate listedFrom,
            @Nullable LocalDate listedThrough) {

        boolean creditable(LocalDate on) {
            return covers(certifiedFrom, certifiedThrough, on) || covers(listedFrom, listedThrough, on);
        }

        private static boolean covers(@Nullable LocalDate from, @Nullable LocalDate through, LocalDate on) {
            return from != null && !on.isBefore(from) && (through == null || !on.isAfter(through));
        }
    }

    @Override
    public RuleOutcome<List<String>> decide(Facts facts) {
        Because because = new Because();
        for (Line line : facts.lines()) {
            if (!line.creditable(facts.planSubmittedOn())) {
                because.note(
                        "NOT_CERTIFIED_THEN",
                        "NAICS " + line.naics() + ": neither certified nor listed on " + facts.planSubmittedOn() + ".",
                        CITES);
            }
        }
        List<String> creditable = facts.lines().stream()
                .filter(line -> line.creditable(facts.planSubmittedOn()))
                .map(Line::naics)
                .toList();
        String word = creditable.isEmpty()
                ? "NO_CREDIT"
                : creditable.size() == facts.lines().size() ? "CREDIT" : "PARTLY";
        return new RuleOutcome<>(word, creditable, because.reasons());
    }
}
