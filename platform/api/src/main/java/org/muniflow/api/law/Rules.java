package org.muniflow.api.law;

import java.util.Map;

/**
 * The city's rules, called by id with plain values: the way in which modules ask one another, since they share no
 * classes. While several versions of a module run, the one that takes the new cases answers; a rule that it has dropped is
 * answered by the newest other version that runs. Call this; the platform implements it.
 */
public interface Rules {

    /**
     * Asks a rule.
     *
     * @param ruleId the id, for example {@code R-230}
     * @param facts the input by component name: strings, numbers, booleans, ISO dates, lists and maps of these
     * @return the outcome; its value is a plain value of the same kinds
     * @throws IllegalArgumentException when no active module offers the rule, or a fact is missing or ill-typed; the
     *     message names the rule, the field and what is wrong
     */
    RuleOutcome<Object> ask(String ruleId, Map<String, ?> facts);

    /**
     * Asks a rule of the own module with its own types. The answer is that of {@link Rule#decide}; inside a step of a case it
     * is written into the case's journal too, with what was asked, so that the case page tells which rules fired.
     *
     * @param <I> the facts
     * @param <O> the computed value
     * @param rule the rule
     * @param facts the facts
     * @return the outcome
     */
    default <I extends Record, O> RuleOutcome<O> ask(Rule<I, O> rule, I facts) {
        return rule.decide(facts);
    }
}
