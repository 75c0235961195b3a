package org.muniflow.civilrights.graduation;

import java.util.List;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;
import org.muniflow.civilrights.size.CodeLimit;

/**
 * Gives the status of each code of a firm that outgrew some (KCMO Code § 3-461(u)(1)): graduated in the exceeded codes
 * and in those with a lower standard of the same measure; active in those with a higher one. Answers UNCHANGED or
 * CHANGED; the value holds each code.
 *
 * <p>Assumed: standards in receipts and in employees are not compared with one another.
 */
public final class CodesAfterGraduation extends CodeRule<GraduationFacts, List<CodesAfterGraduation.Line>> {

    private static final String CITES = "KCMO Code § 3-461(u)(1)";

    /** Makes the rule. */
    public CodesAfterGraduation() {
        super("R-302", "Which codes remain after graduation?", CITES, GraduationFacts.class);
    }

    /**
     * A code's status.
     *
     * @param naics the code
     * @param status ACTIVE or GRADUATED
     */
    public record Line(String naics, String status) {}

    @Override
    public RuleOutcome<List<Line>> decide(GraduationFacts facts) {
        Because because = new Because();
        List<CodeLimit> exceeded = facts.exceeded();
        List<Line> lines = facts.codes().stream()
                .map(code -> new Line(code.naics(), graduated(code, exceeded) ? "GRADUATED" : "ACTIVE"))
                .toList();
        lines.stream()
                .filter(line -> line.status().equals("GRADUATED"))
                .forEach(line -> because.note("GRADUATED", "NAICS " + line.naics() + " is graduated.", CITES));
        return new RuleOutcome<>(exceeded.isEmpty() ? "UNCHANGED" : "CHANGED", lines, because.reasons());
    }

    private static boolean graduated(CodeLimit code, List<CodeLimit> exceeded) {
        return exceeded.stream()
                .anyMatch(one -> one.measure() == code.measure() && code.limit().compareTo(one.limit()) <= 0);
    }
}
