package org.muniflow.benchmarks.measure;

import java.util.List;
import java.util.Map;
import org.muniflow.benchmarks.adapter.Adapter;

/** A thing that an application measures about itself. */
public interface Measurement {

    /**
     * Measures.
     *
     * @param adapter the application
     * @param arguments how much of it
     * @return numbers by name
     * @throws Exception when it cannot be measured
     */
    Map<String, Number> measure(Adapter adapter, List<String> arguments) throws Exception;
}
