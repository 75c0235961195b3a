package org.muniflow.kernel.spi;

/**
 * Hears of every step of every case on every path (Tasklist, REST, Java, jobs), inside the engine's transaction.
 * Implement this as a Spring bean of the platform. An exception rolls the step back.
 */
public interface StepListener {

    /**
     * A process instance starts, root or called.
     *
     * @param step the step
     */
    default void caseStarted(CaseStep step) {}

    /**
     * A process instance ends, root or called; the element is the end event that it reached.
     *
     * @param step the step
     */
    default void caseEnded(CaseStep step) {}

    /**
     * A task has come into being.
     *
     * @param step the step
     */
    default void taskCreated(TaskStep step) {}

    /**
     * A task has been claimed, assigned or given back.
     *
     * @param step the step
     */
    default void taskAssigned(TaskStep step) {}

    /**
     * A task's due date, priority, candidates or another property has changed.
     *
     * @param step the step
     */
    default void taskUpdated(TaskStep step) {}

    /**
     * A task is being completed; the variables are those of after completion.
     *
     * @param step the step
     */
    default void taskCompleted(TaskStep step) {}

    /**
     * A task is gone without having been completed.
     *
     * @param step the step
     */
    default void taskDeleted(TaskStep step) {}

    /**
     * A case waits at a catch, boundary or receive event that carries a {@code clock} property.
     *
     * @param step the step
     */
    default void eventEntered(CaseStep step) {}

    /**
     * A case no longer waits at such an event.
     *
     * @param step the step
     * @param cancelled true when its scope ended without the event; false when it happened
     */
    default void eventLeft(CaseStep step, boolean cancelled) {}
}
