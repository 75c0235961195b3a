package org.muniflow.kernel.spi;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;

/** A step in the life of a human task. Valid during the call only. */
public interface TaskStep extends CaseStep {

    /**
     * Returns the task.
     *
     * @return the task
     */
    DelegateTask task();

    /**
     * Returns the candidate groups.
     *
     * @return the groups' ids; may be empty
     */
    List<String> candidateGroups();

    /**
     * Returns who acts.
     *
     * @return the signed-in user, or null when a timer, job or message from outside acts
     */
    @Nullable
    String actor();

    /**
     * Returns the delegation under which the task is assigned or completed in this step.
     *
     * @return the delegation, or empty when its assignee needs none
     */
    default Optional<Mandates.Mandate> mandate() {
        return Optional.empty();
    }
}
