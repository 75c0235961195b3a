package org.muniflow.kernel.spi;

import java.util.function.Supplier;

/**
 * The models of versions that take no new cases. A case that has ended and is reopened is no new one: it goes on with the
 * models it began with. Call this; it is a Spring bean.
 */
public interface ClosedModels {

    /**
     * Starts a case again in models that may take no new cases; nobody else finds them open.
     *
     * @param <T> what the start returns
     * @param processDefinitionId the engine's id of the process definition
     * @param start starts the case
     * @return what the start returned
     */
    <T> T again(String processDefinitionId, Supplier<T> start);
}
