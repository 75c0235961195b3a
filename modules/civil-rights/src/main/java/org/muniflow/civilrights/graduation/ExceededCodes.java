package org.muniflow.civilrights.graduation;

import java.util.List;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;
import org.muniflow.civilrights.law.Percent;
import org.muniflow.civilrights.size.CodeLimit;

/**
 * Finds the NAICS codes whose size standard a certified firm with its affiliates exceeds; only a greater figure exceeds
 * (KCMO Code § 3-461(u)(1)). Answers NONE, SOME or ALL; the value lists the codes.
 *
 * <p>Assumed: reading A-34, "major group" is read as NAICS code and the code's own measure is compared. Not modelled:
 * averaging over years, which federal size rules govern.
 */
public final class ExceededCodes extends CodeRule<GraduationFacts, List<String>> {

    private static final String CITES = "KCMO Code § 3-461(u)(1)";

    /** Makes the rule. */
    public ExceededCodes() {
        super("R-301", "In which codes has the firm outgrown the program?", CITES, GraduationFacts.class);
    }

    @Override
    public RuleOutcome<List<String>> decide(GraduationFacts facts) {
        Because because = new Because();
        List<CodeLimit> exceeded = facts.exceeded();
        exceeded.forEach(code -> because.note(
                "EXCEEDED",
                "NAICS " + code.naics() + ": " + Percent.plain(facts.figure(code)) + " is more than "
                        + Percent.plain(code.limit()) + " (reading A-34).",
                CITES));
        String word =
                exceeded.isEmpty() ? "NONE" : exceeded.size() == facts.codes().size() ? "ALL" : "SOME";
        return new RuleOutcome<>(word, exceeded.stream().map(CodeLimit::naics).toList(), because.reasons());
    }
}
