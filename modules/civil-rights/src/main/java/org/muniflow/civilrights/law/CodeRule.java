package org.muniflow.civilrights.law;

import org.muniflow.api.law.Citation;
import org.muniflow.api.law.Rule;

/**
 * A rule of chapter 3 of the city code: its id, title and section, said once.
 *
 * @param <I> the facts
 * @param <O> the value
 */
public abstract class CodeRule<I extends Record, O> implements Rule<I, O> {

    private final String id;
    private final String title;
    private final Citation cites;
    private final Class<I> input;

    /**
     * Names the rule.
     *
     * @param id the id in the catalogue
     * @param title what it decides
     * @param cites the section, in any accepted spelling
     * @param input the type of the facts
     */
    protected CodeRule(String id, String title, String cites, Class<I> input) {
        this.id = id;
        this.title = title;
        this.cites = Citation.parse(cites);
        this.input = input;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String title() {
        return title;
    }

    @Override
    public final Citation cites() {
        return cites;
    }

    @Override
    public final Class<I> input() {
        return input;
    }
}
