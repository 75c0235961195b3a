package org.muniflow.civilrights.ownership;

import java.util.List;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;
import org.muniflow.civilrights.standing.ReasonCode;

/**
 * Flags contributions that the law calls insufficient (KCMO Code § 3-461(l)(4)): a promise to contribute, an unsecured
 * note to the firm or to an owner who does not qualify, mere participation as an employee. A lender's debt in the
 * ordinary course does not disqualify, even if secured by the interest. Answers INSUFFICIENT or NO_FLAG; the value lists
 * the flags.
 *
 * <p>Not modelled: whether a contribution is real and substantial on the whole, which a person finds.
 */
public final class ContributionFlags extends CodeRule<ContributionFlags.Facts, List<String>> {

    private static final String CITES = "KCMO Code § 3-461(l)(4)";

    /** Makes the rule. */
    public ContributionFlags() {
        super("R-224", "Is the contribution of a kind that the law calls insufficient?", CITES, Facts.class);
    }

    /**
     * What an owner contributed.
     *
     * @param promiseOnly whether it is only a promise to contribute
     * @param unsecuredNote whether it is an unsecured note payable to the firm or to an owner who does not qualify
     * @param participationOnly whether it is only participation as an employee
     * @param lenderDebt whether it was financed by a lender in the ordinary course
     * @param otherContribution whether there is another contribution besides the kinds above
     */
    public record Facts(
            boolean promiseOnly,
            boolean unsecuredNote,
            boolean participationOnly,
            boolean lenderDebt,
            boolean otherContribution) {}

    @Override
    public RuleOutcome<List<String>> decide(Facts facts) {
        Because because = new Because();
        List<String> flags = new java.util.ArrayList<>();
        flag(facts.promiseOnly(), "PROMISE", "A promise to contribute is insufficient.", flags, because, facts);
        flag(
                facts.unsecuredNote(),
                "UNSECURED_NOTE",
                "An unsecured note payable to the firm or a non-qualifying owner is insufficient.",
                flags,
                because,
                facts);
        flag(
                facts.participationOnly(),
                "PARTICIPATION",
                "Mere participation as an employee is insufficient.",
                flags,
                because,
                facts);
        if (facts.lenderDebt()) {
            because.note("LENDER_DEBT", "Ordinary-course debt to a lender does not disqualify.", CITES);
        }
        boolean insufficient = !flags.isEmpty() && !facts.otherContribution();
        return new RuleOutcome<>(insufficient ? "INSUFFICIENT" : "NO_FLAG", List.copyOf(flags), because.reasons());
    }

    private static void flag(boolean set, String word, String text, List<String> flags, Because because, Facts facts) {
        if (set) {
            flags.add(word);
            if (facts.otherContribution()) {
                because.note(word, text + " Weigh the other contribution.", CITES);
            } else {
                because.not(ReasonCode.OWNERSHIP_NOT_REAL, text, CITES);
            }
        }
    }
}
