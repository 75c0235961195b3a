package org.muniflow.kernel.delegates;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.kernel.engine.RunningStep;

/** Gathers the facts of a running case for delegates and guards. */
final class CaseFacts {

    private final Clock clock;

    CaseFacts(Clock clock) {
        this.clock = clock;
    }

    CaseContext of(DelegateExecution execution, Place place) {
        String caseNumber = place.caseNumber();
        if (caseNumber == null) {
            throw new IllegalStateException("The case of process " + place.processKey()
                    + " has no case number; start it with one, and give called processes their caller's by"
                    + " camunda:in businessKey");
        }
        return new CaseContext(
                caseNumber,
                place.processKey(),
                execution.getProcessInstanceId(),
                place.elementId(),
                clock.instant(),
                LocalDate.now(clock),
                RunningStep.actor(execution));
    }
}
