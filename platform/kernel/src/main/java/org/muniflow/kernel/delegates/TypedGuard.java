package org.muniflow.kernel.delegates;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.muniflow.api.delegate.TaskGuard;
import org.muniflow.kernel.spi.StepRefused;

/** Asks a typed guard of a module whether a human task may be completed. */
final class TypedGuard<I extends Record> {

    private final TaskGuard<I> guard;
    private final RecordVariables<I> input;
    private final CaseFacts facts;

    TypedGuard(TaskGuard<I> guard, RecordVariables<I> input, CaseFacts facts) {
        this.guard = guard;
        this.input = input;
        this.facts = facts;
    }

    /**
     * Checks a task that is being completed.
     *
     * @param task the task, with the variables as they would be after completion
     * @throws StepRefused when something is missing; says everything that is
     */
    void check(DelegateTask task) {
        Place place = Place.of(task.getExecution());
        List<String> problems;
        try {
            problems = guard.problems(input.read(task::getVariable, place), facts.of(task.getExecution(), place));
        } catch (VariableMismatch mismatch) {
            throw new StepRefused(String.valueOf(mismatch.getMessage()));
        }
        if (!problems.isEmpty()) {
            throw new StepRefused(String.join(" ", problems));
        }
    }
}
