package org.muniflow.api.law;

import org.jspecify.annotations.Nullable;

/**
 * A decision that the law makes computable: a pure, cited function with an id.
 *
 * <p>Implement this. A rule reads nothing but its input and what its constructor was given (calendar, law numbers), so
 * that the same question always has the same answer; dates that matter are part of the input. It is reachable by id
 * over REST ({@code POST /api/rules/{ruleId}}), from delegates, pre-screening and other modules.
 *
 * @param <I> the facts, a record; JSON names are the component names
 * @param <O> the computed value
 */
public interface Rule<I extends Record, O> {

    /**
     * Returns the id of the rule in the catalogue, for example {@code R-230}.
     *
     * @return the id; unique in the city, never null
     */
    String id();

    /**
     * Returns what the rule decides, as a short title in plain words.
     *
     * @return the title; never null
     */
    String title();

    /**
     * Returns the section of law that the rule implements.
     *
     * @return the citation; never null
     */
    Citation cites();

    /**
     * Returns the record type of the input.
     *
     * @return the type; never null
     */
    Class<I> input();

    /**
     * Returns the section of law that keeps the facts of this rule from those who only read a case. Its facts and the
     * sentences of its reasons are then shown to those alone who work on the case, and left out of the record for a hearing.
     *
     * @return the section, for example that on confidential business information; null when nothing keeps them, which is
     *     the rule
     */
    default @Nullable Citation confidentialUnder() {
        return null;
    }

    /**
     * Decides.
     *
     * @param facts the facts; never null, and valid by its Jakarta Validation annotations
     * @return the outcome with its reasons; never null
     */
    RuleOutcome<O> decide(I facts);
}
