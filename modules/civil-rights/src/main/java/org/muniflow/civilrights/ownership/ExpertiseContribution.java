package org.muniflow.civilrights.ownership;

import java.util.List;
import java.util.Map;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;
import org.muniflow.civilrights.standing.ReasonCode;

/**
 * Tells whether expertise counts as a contribution to ownership (KCMO Code § 3-461(l)(5)): all five properties of the
 * expertise, and a significant financial investment by the same individual. Answers COUNTED or NOT_COUNTED; the value
 * lists what is missing.
 *
 * <p>Not modelled: each property is found by a person and comes in as a fact.
 */
public final class ExpertiseContribution extends CodeRule<ExpertiseContribution.Facts, List<String>> {

    private static final String CITES = "KCMO Code § 3-461(l)(5)";

    /** Makes the rule. */
    public ExpertiseContribution() {
        super("R-225", "Does expertise count as a contribution?", CITES, Facts.class);
    }

    /**
     * What is found of the expertise.
     *
     * @param specializedField whether it is in a specialized field
     * @param critical whether it is in areas critical to the firm's operations
     * @param indispensable whether it is indispensable to the firm's potential success
     * @param specificToWork whether it is specific to the type of work the firm performs
     * @param documented whether the firm's records document it and clearly show its value
     * @param significantInvestment whether the individual made a significant financial investment
     */
    public record Facts(
            boolean specializedField,
            boolean critical,
            boolean indispensable,
            boolean specificToWork,
            boolean documented,
            boolean significantInvestment) {}

    @Override
    public RuleOutcome<List<String>> decide(Facts facts) {
        Map<String, Boolean> needed = new java.util.LinkedHashMap<>();
        needed.put("in a specialized field", facts.specializedField());
        needed.put("critical to the firm's operations", facts.critical());
        needed.put("indispensable to its potential success", facts.indispensable());
        needed.put("specific to its work", facts.specificToWork());
        needed.put("documented in its records with its value", facts.documented());
        needed.put("joined by a significant financial investment", facts.significantInvestment());
        Because because = new Because();
        List<String> missing = needed.entrySet().stream()
                .filter(entry -> !entry.getValue())
                .map(Map.Entry::getKey)
                .toList();
        missing.forEach(what ->
                because.not(ReasonCode.OWNERSHIP_NOT_REAL, "The expertise is not shown to be " + what + ".", CITES));
        return new RuleOutcome<>(missing.isEmpty() ? "COUNTED" : "NOT_COUNTED", missing, because.reasons());
    }
}
