package org.muniflow.kernel.spi;

import java.util.Optional;
import org.camunda.bpm.engine.BadUserRequestException;
import org.jspecify.annotations.Nullable;

/**
 * A person's act is refused: a claim, an assignment, a completion. The whole step is rolled back, the message reaches
 * the person, and REST answers 400 with it on every path. Throw this from a {@link StepListener} or an engine listener.
 */
public class StepRefused extends BadUserRequestException {

    private static final long serialVersionUID = 1L;

    /**
     * Refuses an act.
     *
     * @param message what is wrong, by which section, and what to do; without personal data
     */
    public StepRefused(String message) {
        super(message);
    }

    /**
     * Finds the refusal in what the engine threw; a completion's refusal arrives as the cause of a validation failure.
     *
     * @param failure what was thrown
     * @return the refusal, or empty when the failure is another
     */
    public static Optional<StepRefused> in(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StepRefused refused) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }
}
