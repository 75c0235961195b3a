package org.muniflow.civilrights.graduation;

import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;
import org.muniflow.civilrights.size.CodeLimit;
import org.muniflow.civilrights.size.Measure;

/**
 * Tells whether a firm has graduated for all purposes: it exceeds the largest applicable standard (KCMO Code §
 * 3-461(u)(1)). Answers ALL or NOT_ALL; the value repeats it.
 *
 * <p>Assumed: with codes of both measures, the largest of each must be exceeded.
 */
public final class GraduatedForAllPurposes extends CodeRule<GraduationFacts, Boolean> {

    private static final String CITES = "KCMO Code § 3-461(u)(1)";

    /** Makes the rule. */
    public GraduatedForAllPurposes() {
        super("R-303", "Has the firm graduated for all purposes?", CITES, GraduationFacts.class);
    }

    @Override
    public RuleOutcome<Boolean> decide(GraduationFacts facts) {
        boolean all = exceedsLargest(facts, Measure.RECEIPTS) && exceedsLargest(facts, Measure.EMPLOYEES);
        Because because = new Because();
        if (all) {
            because.note("ALL", "The largest applicable standard is exceeded.", CITES);
        }
        return new RuleOutcome<>(all ? "ALL" : "NOT_ALL", all, because.reasons());
    }

    private static boolean exceedsLargest(GraduationFacts facts, Measure measure) {
        return facts.codes().stream()
                .filter(code -> code.measure() == measure)
                .max((one, other) -> one.limit().compareTo(other.limit()))
                .map((CodeLimit largest) -> facts.exceeds(largest))
                .orElse(true);
    }
}
