package org.muniflow.kernel.delegates;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.engine.RunningStep;

/**
 * Where something happens, for messages.
 *
 * @param caseNumber the case number; null when the case was started without one
 * @param processKey the process
 * @param elementId the element
 */
record Place(@Nullable String caseNumber, String processKey, String elementId) {

    static Place of(DelegateExecution execution) {
        return new Place(
                execution.getProcessBusinessKey(),
                RunningStep.definition(execution).getKey(),
                execution.getCurrentActivityId());
    }

    @Override
    public String toString() {
        return "of case " + (caseNumber == null ? "without number" : caseNumber) + " at '" + elementId + "' (process "
                + processKey + ")";
    }
}
