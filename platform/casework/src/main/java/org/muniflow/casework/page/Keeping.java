package org.muniflow.casework.page;

import org.muniflow.casework.cases.CaseFiles;

/** How long the record of a case is kept, as the case page says it. */
@FunctionalInterface
public interface Keeping {

    /**
     * What the case page says.
     *
     * @param until one phrase, for example {@code until Mar 9, 2033 (7 years)}; empty when there is nothing to say
     * @param mayHold whether the visitor may place legal holds
     */
    record Said(String until, boolean mayHold) {}

    /**
     * Says it for a case.
     *
     * @param file the case
     * @return what to say to the visitor
     */
    Said of(CaseFiles.Row file);
}
