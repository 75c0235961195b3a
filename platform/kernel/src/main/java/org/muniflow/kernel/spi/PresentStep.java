package org.muniflow.kernel.spi;

import java.util.Optional;

/** Knows which step of which case the engine is taking on this thread. Call this; it is a Spring bean. */
public interface PresentStep {

    /**
     * A step.
     *
     * @param caseNumber the case
     * @param processKey the process
     * @param elementId the element
     */
    record Place(String caseNumber, String processKey, String elementId) {}

    /**
     * Returns the present step.
     *
     * @return the step; empty outside of the engine, and in a process that has no case number
     */
    Optional<Place> now();
}
