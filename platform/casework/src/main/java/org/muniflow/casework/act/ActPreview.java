package org.muniflow.casework.act;

import java.util.List;
import org.muniflow.casework.cases.CaseChanges.EarlierStep;

/**
 * What an act would do to a case as it stands now.
 *
 * @param act the act
 * @param impossible why it cannot be done now; empty when it can
 * @param effects one sentence for each thing that would happen
 * @param steps the steps to go back to, for that act; the latest first
 * @param needsSecond whether a second person has to agree
 * @param asksDate whether the day is needed on which the city received the withdrawal
 * @param seen a mark of the state that this preview shows; an act on another state is refused
 */
record ActPreview(
        CaseAct act,
        String impossible,
        List<String> effects,
        List<EarlierStep> steps,
        boolean needsSecond,
        boolean asksDate,
        String seen) {

    public boolean isPossible() {
        return impossible.isEmpty();
    }
}
