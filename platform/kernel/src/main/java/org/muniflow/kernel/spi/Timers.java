package org.muniflow.kernel.spi;

import java.time.Instant;

/** Moves the engine's timers, in the present transaction. Call this; it is a Spring bean. */
public interface Timers {

    /**
     * Lets a timer wait for another moment. A timer that a job thread has taken already is not moved: it may run out in
     * the same second, whatever this transaction says.
     *
     * @param jobId the engine's id of the timer's job
     * @param due the moment at which it fires
     * @throws StepRefused when the timer is being carried out just now, or is gone
     */
    void move(String jobId, Instant due);
}
