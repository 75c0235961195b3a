package org.muniflow.kernel.engine;

import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.muniflow.kernel.spi.StepRefused;

/** Brings a refusal out of the engine's wrappers, so that a person reads the one sentence and REST answers 400. */
final class RefusalsInWords extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (ProcessEngineException failure) {
            Optional<StepRefused> refused = StepRefused.in(failure);
            if (refused.isEmpty()) {
                throw failure;
            }
            if (command instanceof CompleteTaskCmd
                    || command instanceof SubmitTaskFormCmd
                    || command instanceof SubmitStartFormCmd) {
                // The only failure of a form that the engine's REST interface answers with 400.
                throw new FormFieldValidationException(null, refused.get().getMessage(), refused.get());
            }
            throw refused.get();
        }
    }
}
