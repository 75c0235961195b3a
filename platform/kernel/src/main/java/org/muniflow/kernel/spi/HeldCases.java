package org.muniflow.kernel.spi;

import java.util.Collection;
import java.util.List;

/** The cases whose history must not be destroyed, as the engine's clean-up asks for them. Implement this as a bean. */
public interface HeldCases {

    /**
     * Returns all cases that are held.
     *
     * @return their numbers; may be empty
     */
    List<String> all();

    /**
     * Returns those of some cases that are held.
     *
     * @param caseNumbers the cases
     * @return the held ones; may be empty
     */
    List<String> among(Collection<String> caseNumbers);
}
