package org.muniflow.kernel.delegates;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.muniflow.api.delegate.BusinessError;
import org.muniflow.api.delegate.Delegate;

/** Runs a typed delegate of a module as the engine's service task. */
final class TypedDelegate<I extends Record, O extends Record> implements JavaDelegate {

    private final Delegate<I, O> delegate;
    private final RecordVariables<I> input;
    private final RecordVariables<O> output;
    private final CaseFacts facts;

    TypedDelegate(Delegate<I, O> delegate, RecordVariables<I> input, RecordVariables<O> output, CaseFacts facts) {
        this.delegate = delegate;
        this.input = input;
        this.output = output;
        this.facts = facts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Place place = Place.of(execution);
        I read = input.read(execution::getVariable, place);
        try {
            O written = delegate.execute(read, facts.of(execution, place));
            if (written == null) {
                throw new IllegalStateException(
                        "Delegate " + delegate.getClass().getSimpleName() + " " + place
                                + " answered null; answer Nothing.NOTHING when there is nothing to write");
            }
            execution.setVariables(output.write(written, place));
        } catch (BusinessError outcome) {
            throw new BpmnError(outcome.code(), outcome.getMessage());
        }
    }
}
