package org.muniflow.kernel.spi;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** A step of a running case, as the engine takes it. Valid during the call only. */
public interface CaseStep {

    /**
     * Returns the execution.
     *
     * @return the execution at the element
     */
    DelegateExecution execution();

    /**
     * Returns the id of the element.
     *
     * @return the BPMN id
     */
    String elementId();

    /**
     * Returns the name of the element.
     *
     * @return the name in the diagram; the id if it has none
     */
    String elementName();

    /**
     * Returns the type of the element.
     *
     * @return for example {@code userTask}, {@code noneEndEvent}
     */
    String elementType();

    /**
     * Returns the element's {@code camunda:property} values.
     *
     * @return the values by name; may be empty
     */
    Map<String, String> properties();

    /**
     * Returns the process's {@code camunda:property} values.
     *
     * @return the values by name; may be empty
     */
    Map<String, String> processProperties();

    /**
     * Returns the key of the running process.
     *
     * @return the process key
     */
    String processKey();
}
