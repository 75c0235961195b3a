package org.muniflow.benchmarks.goal;

import java.util.List;
import org.muniflow.benchmarks.run.Finding;

/** A goal and how it is measured. */
public interface Goal {

    /**
     * Measures.
     *
     * @param effort how much time it may take
     * @return the lines of the results
     */
    List<Finding> measure(Effort effort);
}
