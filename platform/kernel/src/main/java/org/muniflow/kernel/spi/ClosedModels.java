package org.muniflow.kernel.spi;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The models of versions that take no new cases. A case that has ended and is reopened is no new one: it goes on with the
 * models it began with. Call this; it is a Spring bean.
 */
public interface ClosedModels {

    /**
     * Starts a case again before an element of a model that may take no new cases; for everybody else it stays closed.
     *
     * @param processDefinitionId the engine's id of the process definition
     * @param elementId the element of the model to go on before
     * @param businessKey the case number
     * @param variables the variables of the case; values may be null
     * @return the engine's id of the new process instance
     * @throws IllegalArgumentException when the model has no such element
     */
    String again(
            String processDefinitionId,
            String elementId,
            String businessKey,
            Map<String, ? extends @Nullable Object> variables);
}
