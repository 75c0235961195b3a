package org.muniflow.api.law;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule answers: a word that models and people branch on, the computed value, and the reasons.
 *
 * <p>A lawful refusal is an outcome, never an exception.
 *
 * @param <O> the type of the value; a record, number, string, boolean, date, enum or list of these
 * @param outcome an upper-case word such as {@code MET}, {@code NOT_MET}, {@code BARRED}; not empty
 * @param value the computed value; null when the rule computes none
 * @param reasons why, in the order in which the rule looked; never null
 */
public record RuleOutcome<O>(String outcome, @Nullable O value, List<Reason> reasons) {

    /** Copies the reasons. */
    public RuleOutcome {
        reasons = List.copyOf(reasons);
    }

    /**
     * Makes an outcome.
     *
     * @param <O> the type of the value
     * @param outcome the outcome's word
     * @param value the value; may be null
     * @param reasons the reasons; may be empty
     * @return the outcome
     */
    public static <O> RuleOutcome<O> of(String outcome, @Nullable O value, Reason... reasons) {
        return new RuleOutcome<>(outcome, value, List.of(reasons));
    }

    /**
     * Tells whether this is the named outcome.
     *
     * @param word the word to compare, exactly
     * @return true if it is
     */
    public boolean is(String word) {
        return outcome.equals(word);
    }

    /**
     * Returns the codes of the reasons in order, without repetition.
     *
     * @return the codes; may be empty
     */
    public List<String> codes() {
        return reasons.stream().map(Reason::code).distinct().toList();
    }
}
